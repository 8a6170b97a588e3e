package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Progress;
import io.rollouthub.programme.Programme;
import io.rollouthub.topology.CloudEvents.Position;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands each entry of the journal to the ledger of its partition. Alerts leave at once; figures in a round before each
 * commit, so that nothing is owed when it is done.
 */
final class ApplyEntry extends ContextualProcessor<String, JournalEntry, String, Object> {
    private final FlowListener listener;
    private final CloudEvents events = new CloudEvents();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private LedgerVersion version;

    @SuppressWarnings("NullAway.Init")
    private ResultPublisher publisher;

    @SuppressWarnings("NullAway.Init")
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private Gathering gathering;

    @SuppressWarnings("NullAway.Init")
    private Later gatherLater;

    @SuppressWarnings("NullAway.Init")
    private AppliedUpTo applied;

    private Instant now = Instant.EPOCH;

    ApplyEntry(FlowListener listener) {
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        ledger = new Ledger(LedgerStores.tables(context));
        version = LedgerVersion.of(context);
        publisher = new ResultPublisher(context, events, listener);
        applied = AppliedUpTo.of(context);
        pace = new CommitPace(context);
        gathering = new Gathering(context::currentSystemTimeMs);
        gatherLater = new Later(context, context::commit);
        now = Objects.requireNonNullElse(ledger.latestTick(), Instant.EPOCH);
        nameProgramme();
        BeforeCommit.does(context, this::round);
        gatherWhenDue();
    }

    @Override
    public void process(Record<String, JournalEntry> record) {
        Entry entry = Entry.of(record.value());
        applied.move(context().recordMetadata().orElseThrow().offset());
        now = entry.acceptedAt();
        events.from(entry);
        version.begin(() -> ledger.programme() == null);
        List<Result> results = ledger.apply(entry);
        results.forEach(publisher::publish);
        if (entry.programme() != null) {
            nameProgramme();
        } else if (entry.report() != null) {
            listener.published(entry.acceptedAt());
            pace.worked(entry.acceptedAt());
        }
        if (results.stream().anyMatch(Transition.class::isInstance)) {
            pace.news(entry.acceptedAt());
        }
    }

    /** Everything that is told in rounds; what costs much no more often than it may. */
    private void round() {
        pace.committed();
        applied.keep();
        if (!ledger.isFresh()) {
            events.figures(new Position(applied.partition(), applied.position()), now);
            ledger.round().forEach(publisher::publish);
            if (gathering.isDue()) {
                gathering.run(() -> ledger.gathered().forEach(publisher::publish));
            }
        }
        gatherWhenDue();
        if (ledger.isFresh()) {
            Progress progress = applied.takeProgress(ledger.latestTick());
            if (progress != null) {
                publisher.publish(progress);
            }
        }
    }

    /** If anything is left to be told: the round before the commit that is asked for then does it. */
    private void gatherWhenDue() {
        gatherLater.forget();
        if (!ledger.isFresh()) {
            gatherLater.in(gathering.until());
        }
    }

    private void nameProgramme() {
        Programme programme = ledger.programme();
        if (programme != null) {
            events.of(programme.getProgramme());
        }
    }
}
