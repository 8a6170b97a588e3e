package io.rollouthub.reader.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.journal.Origin;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Anybody can write that a record is another one sent again. */
class RejectedRecordTest {
    private static final String SUBJECT = SupplierTopics.subject(
            SupplierTopics.in("acme"), GoLiveEvent.getClassSchema().getFullName());
    private static final Instant AT = Instant.parse("2020-01-01T09:00:00Z");

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroWriter writer = new AvroWriter(registry);
    private final RejectedRecord.Decoder decoder = new RejectedRecord.Decoder(registry);

    RejectedRecordTest() {
        registry.register(SUBJECT, GoLiveEvent.getClassSchema().toString());
    }

    private byte[] event(String eventId) {
        GoLiveEvent event = new GoLiveEvent(
                eventId,
                AT,
                "acme",
                "south",
                "s",
                null,
                "p",
                "r",
                GoLiveStatus.PLANNED,
                LocalDate.of(2020, 2, 1),
                null,
                null);
        return writer.write(SUBJECT, event);
    }

    private RejectedRecord rejected(byte[] value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(SupplierTopics.rejected("acme"), 0, 7, "south", value);
        new RejectionHeaders(
                        new Refusal(Reason.UNKNOWN_CLUSTER, "cluster"),
                        new Origin(SupplierTopics.in("acme"), 0, 3L),
                        AT)
                .addTo(record.headers());
        return decoder.read(record);
    }

    private static ConsumerRecord<String, byte[]> sent(String supplier, byte[] value, Header mark) {
        ConsumerRecord<String, byte[]> sent = new ConsumerRecord<>(SupplierTopics.in(supplier), 0, 9, "south", value);
        sent.headers().add(mark);
        return sent;
    }

    @Test
    void aMarkIsBelievedOnTheTopicThatTheRecordCameOnWithItsEventId() {
        RejectedRecord rejected = rejected(event("e-1"));
        Header mark = rejected.redriveMark();

        assertThat(rejected.isSentAgainAs(sent("acme", event("e-1"), mark), decoder))
                .isTrue();
        assertThat(rejected.isSentAgainAs(sent("zeta", event("e-1"), mark), decoder))
                .isFalse();
        assertThat(rejected.isSentAgainAs(sent("acme", event("e-2"), mark), decoder))
                .isFalse();
        assertThat(rejected.isSentAgainAs(sent("acme", "garbage".getBytes(StandardCharsets.UTF_8), mark), decoder))
                .isFalse();
    }

    @Test
    void ofWhatCouldNotBeReadAnyEventOnItsTopicIsBelieved() {
        RejectedRecord rejected = rejected("garbage".getBytes(StandardCharsets.UTF_8));
        Header mark = rejected.redriveMark();

        assertThat(rejected.isSentAgainAs(sent("acme", event("e-1"), mark), decoder))
                .isTrue();
        assertThat(rejected.isSentAgainAs(sent("zeta", event("e-1"), mark), decoder))
                .isFalse();
    }
}
