package io.rollouthub.jsonl;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line that holds an event, not yet judged by the gate's checks.
 *
 * @param event one of the four event records
 * @param topic the supplier whose topic it goes to in a replay; null: its own
 * @param acceptedAt when the hub took it in a replay; null: when it was reported
 */
public record LineEvent(
        long lineNumber,
        SpecificRecord event,
        @Nullable String topic,
        @Nullable Instant acceptedAt) implements EventLine {}
