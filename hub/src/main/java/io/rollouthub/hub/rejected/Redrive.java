package io.rollouthub.hub.rejected;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.rejected.RedriveMark;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Sends a rejected record to its supplier's topic again, as it came or corrected, and waits for the verdict. */
public final class Redrive {
    private static final String OURS = "rollout-";
    private static final Duration VERDICT = Duration.ofSeconds(60);

    /** The ledger's word comes a commit or two behind the gate's. */
    private static final Duration LEDGER = Duration.ofSeconds(2);

    private final Connection hub;

    public Redrive(Connection hub) {
        this.hub = hub;
    }

    /**
     * What became of it.
     *
     * @param accepted whether it is in the journal and counts
     * @param why it is not; null if it is, or there is no verdict yet
     */
    public record Outcome(boolean accepted, @Nullable RejectionHeaders why) {}

    /**
     * Sends it.
     *
     * @param corrected the event in its place; null: as it came
     */
    public Outcome send(RejectedRecord rejected, @Nullable SpecificRecord corrected)
            throws InterruptedException, ExecutionException {
        String topic = rejected.what().why().origin().getTopic();
        try (TopicReader verdicts = new TopicReader(
                hub.client(), List.of(Topics.JOURNAL.name(), rejected.record().topic()))) {
            verdicts.skipToEnd();
            return await(verdicts, deliver(topic, record(rejected, corrected, topic)));
        }
    }

    private ProducerRecord<String, byte[]> record(
            RejectedRecord rejected, @Nullable SpecificRecord corrected, String topic) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : rejected.record().headers()) {
            if (!header.key().startsWith(OURS)) {
                headers.add(header);
            }
        }
        headers.add(RedriveMark.of(rejected.place()));
        SpecificRecord event = corrected == null ? rejected.event() : corrected;
        if (event == null) {
            return new ProducerRecord<>(
                    topic, null, rejected.record().key(), rejected.record().value(), headers);
        }
        String subject = SupplierTopics.subject(topic, event.getSchema().getFullName());
        return new ProducerRecord<>(
                topic,
                null,
                ReportedEvent.of(event).cluster(),
                new AvroWriter(hub.registry()).write(subject, event),
                headers);
    }

    private Origin deliver(String topic, ProducerRecord<String, byte[]> record)
            throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), Map.of("acks", "all"))) {
            RecordMetadata sent = producer.send(record).get();
            return new Origin(topic, sent.partition(), sent.offset());
        }
    }

    private Outcome await(TopicReader verdicts, Origin origin) {
        Deserializer<JournalEntry> journal = AvroSerde.deserializer(Topics.JOURNAL, hub.registry());
        Verdict verdict = new Verdict();
        verdicts.readUntil(verdict::isFinal, record -> {
            if (record.topic().equals(Topics.JOURNAL.name())) {
                if (origin.equals(
                        journal.deserialize(record.topic(), record.value()).getOrigin())) {
                    verdict.accept();
                }
            } else {
                RejectionHeaders why = RejectionHeaders.of(record.headers());
                if (origin.equals(why.origin())) {
                    verdict.why = why;
                }
            }
        });
        return new Outcome(verdict.accepted && verdict.why == null, verdict.why);
    }

    /** As far as it is known. */
    private static final class Verdict {
        private boolean accepted;
        private @Nullable RejectionHeaders why;
        private long end = System.nanoTime() + VERDICT.toNanos();

        void accept() {
            accepted = true;
            end = System.nanoTime() + LEDGER.toNanos();
        }

        boolean isFinal() {
            return why != null || System.nanoTime() - end > 0;
        }
    }
}
