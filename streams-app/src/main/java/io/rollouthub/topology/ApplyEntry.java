package io.rollouthub.topology;

import io.rollouthub.check.ReportedEvent;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.journal.JournalEntry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands each entry of the journal to the ledger of its partition. */
final class ApplyEntry extends ContextualProcessor<String, JournalEntry, String, Output> {
    private final FlowListener listener;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private Ledger ledger;

    ApplyEntry(FlowListener listener) {
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Output> context) {
        super.init(context);
        ledger = new Ledger(LedgerStores.tables(context), new TopicOutbox(context, listener));
    }

    @Override
    public void process(Record<String, JournalEntry> record) {
        JournalEntry entry = record.value();
        ledger.apply(entry);
        if (entry.getEntry() instanceof SpecificRecord one && ReportedEvent.isOne(one)) {
            listener.published(entry.getAcceptedAt());
        }
    }
}
