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
 * @param place where it stood on its supplier's topic, in an exported journal; else null
 */
public record LineEvent(
        long lineNumber,
        SpecificRecord event,
        @Nullable String topic,
        @Nullable Instant acceptedAt,
        @Nullable Place place)
        implements EventLine {
    /** A partition and an offset. */
    public record Place(int partition, long offset) {}

    /** A line of an ordinary file. */
    public LineEvent(long lineNumber, SpecificRecord event, @Nullable String topic, @Nullable Instant acceptedAt) {
        this(lineNumber, event, topic, acceptedAt, null);
    }
}
