package io.rollouthub.hub.rejected;

import io.rollouthub.producer.Redelivery;
import io.rollouthub.producer.Verdict;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.rejected.RedriveMark;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Sends a rejected record to its supplier's topic again, as it came or corrected, and waits for the verdict. */
public final class Redrive {
    private static final String OURS = "rollout-";

    private final Connection hub;

    public Redrive(Connection hub) {
        this.hub = hub;
    }

    /**
     * Sends it.
     *
     * @param corrected the event in its place; null: as it came
     * @return null if there is no verdict yet
     */
    public @Nullable Verdict send(RejectedRecord rejected, @Nullable SpecificRecord corrected)
            throws InterruptedException, ExecutionException {
        String topic = rejected.what().why().origin().getTopic();
        return new Redelivery(hub.client(), hub.registry())
                .send(record(rejected, corrected, topic), rejected.record().topic());
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
}
