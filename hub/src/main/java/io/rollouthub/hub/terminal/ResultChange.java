package io.rollouthub.hub.terminal;

import io.rollouthub.reader.HubRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A result that came.
 *
 * @param before what its key had; null if nothing
 */
public record ResultChange(HubRecord result, @Nullable SpecificRecord before) {
    /** What its key has; null if nothing any more. */
    public @Nullable SpecificRecord now() {
        return result.value();
    }

    public String key() {
        return result.key();
    }
}
