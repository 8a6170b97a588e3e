package io.rollouthub.hub.health;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param detail for people; null where anybody may ask
 */
public record HealthCheck(
        String check, boolean ok, @Nullable String detail) {
    HealthCheck withoutDetail() {
        return new HealthCheck(check, ok, null);
    }
}
