package io.rollouthub.serde;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a record on a rejected topic says in its headers, beside those it came with: why it is there, where the supplier's
 * record stands, and when the hub's Kafka took that.
 */
public record RejectionHeaders(Refusal refusal, Origin origin, Instant acceptedAt) {
    private static final String REASON = "rollout-reason";
    private static final String DETAIL = "rollout-detail";
    private static final String TOPIC = "rollout-topic";
    private static final String PARTITION = "rollout-partition";
    private static final String OFFSET = "rollout-offset";
    private static final String ACCEPTED_AT = "rollout-accepted-at";

    /** Adds them; all are UTF-8 text, the instant in ISO-8601. */
    public void addTo(Headers headers) {
        add(headers, REASON, refusal.reason().name());
        add(headers, DETAIL, refusal.detail());
        add(headers, TOPIC, origin.getTopic());
        add(headers, PARTITION, Integer.toString(origin.getPartition()));
        add(headers, OFFSET, Long.toString(origin.getOffset()));
        add(headers, ACCEPTED_AT, acceptedAt.toString());
    }

    /** Reads them back; {@link IllegalArgumentException} if one is missing: the hub did not refuse the record. */
    public static RejectionHeaders of(Headers headers) {
        return new RejectionHeaders(
                new Refusal(Reason.valueOf(text(headers, REASON)), text(headers, DETAIL)),
                new Origin(
                        text(headers, TOPIC),
                        Integer.parseInt(text(headers, PARTITION)),
                        Long.parseLong(text(headers, OFFSET))),
                Instant.parse(text(headers, ACCEPTED_AT)));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name + ": the hub did not refuse this record");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
