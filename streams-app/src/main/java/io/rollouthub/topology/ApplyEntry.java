package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands each entry of the journal to the ledger of its partition. */
final class ApplyEntry extends ContextualProcessor<String, JournalEntry, String, Object> {
    /** For so long at most the figures of counts wait for more reports, so that a burst works them out once. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    private final FlowListener listener;
    private final CloudEvents events = new CloudEvents();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private LedgerVersion version;

    @SuppressWarnings("NullAway.Init")
    private ResultPublisher publisher;

    ApplyEntry(FlowListener listener) {
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        ledger = new Ledger(LedgerStores.tables(context));
        version = LedgerVersion.of(context);
        publisher = new ResultPublisher(context, events, listener);
        nameProgramme();
        context.schedule(GATHERING, PunctuationType.WALL_CLOCK_TIME, this::gather);
    }

    @Override
    public void process(Record<String, JournalEntry> record) {
        Entry entry = Entry.of(record.value());
        events.from(entry);
        version.begin(() -> ledger.programme() == null);
        ledger.apply(entry).forEach(publisher::publish);
        if (entry.programme() != null) {
            nameProgramme();
        } else if (entry.report() != null) {
            listener.published(entry.acceptedAt());
        }
    }

    private void gather(long now) {
        events.gathered(Instant.ofEpochMilli(now));
        ledger.gathered().forEach(publisher::publish);
    }

    private void nameProgramme() {
        Programme programme = ledger.programme();
        if (programme != null) {
            events.of(programme.getProgramme());
        }
    }
}
