package io.rollouthub.hub.health;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param detail for people; null where anybody may ask
 */
public record Check(String check, boolean ok, @Nullable String detail) {
    Check withoutDetail() {
        return new Check(check, ok, null);
    }
}
