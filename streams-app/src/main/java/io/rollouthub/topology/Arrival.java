package io.rollouthub.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** How a supplier's record tells when the hub's Kafka took it. */
public enum Arrival {
    /** By the broker's timestamp: supplier topics have LogAppendTime. */
    BROKER_TIME,
    /** By a header that the driver of a replay sets; timestamps only give the order there. */
    REPLAY_HEADER;

    private static final String ACCEPTED_AT = "rollout-replay-accepted-at";

    Instant of(Record<?, ?> record) {
        if (this == BROKER_TIME) {
            return Instant.ofEpochMilli(record.timestamp());
        }
        Header header = record.headers().lastHeader(ACCEPTED_AT);
        if (header == null) {
            throw new IllegalStateException("a record in a replay has no header " + ACCEPTED_AT);
        }
        return Instant.ofEpochMilli(ByteBuffer.wrap(header.value()).getLong());
    }

    /** Sets what {@link #REPLAY_HEADER} reads. */
    public static void setReplayHeader(Headers headers, Instant acceptedAt) {
        ByteBuffer millis = ByteBuffer.allocate(Long.BYTES).putLong(acceptedAt.toEpochMilli());
        headers.add(ACCEPTED_AT, millis.array());
    }
}
