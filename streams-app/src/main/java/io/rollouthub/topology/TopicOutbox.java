package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Publishes the ledger's results on the hub's topics, each as a CloudEvent. */
final class TopicOutbox extends KeyedOutbox {
    private final ProcessorContext<String, Output> context;
    private final CloudEvents events;
    private final FlowListener listener;

    TopicOutbox(ProcessorContext<String, Output> context, CloudEvents events, FlowListener listener) {
        this.context = context;
        this.events = events;
        this.listener = listener;
    }

    @Override
    protected <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable V value) {
        int partition = context.recordMetadata().orElseThrow().partition();
        Output output = Output.to(topic, partition, value);
        context.forward(new Record<>(key, output, context.currentStreamTimeMs(), events.headers(topic, key, value)));
    }

    @Override
    protected void refuse(JournalEntry entry, RejectionHeaders why) {
        ReportedEvent event = ReportedEvent.of((SpecificRecord) entry.getEntry());
        RecordHeaders headers = new RecordHeaders();
        why.addTo(headers);
        Output output = new Output(
                SupplierTopics.rejected(event.supplier()), Topics.JOURNAL.subject(), Optional.empty(), entry);
        context.forward(new Record<>(event.cluster(), output, context.currentStreamTimeMs(), headers));
        listener.refused(event.supplier(), why.refusal().reason());
    }
}
