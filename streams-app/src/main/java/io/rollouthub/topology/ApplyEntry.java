package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.entry.Entry;
import io.rollouthub.output.Progress;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Backlog.Unapplied;
import io.rollouthub.topology.CloudEvents.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands each entry of the journal to the ledger of its partition. Alerts leave at once; figures in a round before each
 * commit. An entry that takes long is applied in slices, with a commit behind each, and those behind it wait; the clock moves
 * them on and decides nothing.
 */
final class ApplyEntry extends ContextualProcessor<String, byte[], String, Object> {
    /** With more that wait an entry that comes works a slice itself. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final SchemaRegistry registry;
    private final FlowListener listener;
    private final Supplier<Budget> slices;
    private final TasksHere tasks;
    private final JournalKnowledge journal;
    private final CloudEvents events = new CloudEvents();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private LedgerVersion version;

    @SuppressWarnings("NullAway.Init")
    private ResultPublisher publisher;

    @SuppressWarnings("NullAway.Init")
    private SupplierTelling suppliers;

    @SuppressWarnings("NullAway.Init")
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private Gathering gathering;

    @SuppressWarnings("NullAway.Init")
    private Later roundLater;

    @SuppressWarnings("NullAway.Init")
    private Later workLater;

    @SuppressWarnings("NullAway.Init")
    private AppliedUpTo applied;

    @SuppressWarnings("NullAway.Init")
    private Backlog backlog;

    @SuppressWarnings("NullAway.Init")
    private TimersTold timers;

    @SuppressWarnings("NullAway.Init")
    private EntriesToApply entries;

    private Instant now = Instant.EPOCH;

    /** @param journal what is known beyond its entries */
    ApplyEntry(SchemaRegistry registry, FlowListener listener, Shares shares, JournalKnowledge journal) {
        this.registry = registry;
        this.listener = listener;
        this.slices = shares.slices();
        this.tasks = shares.tasks();
        this.journal = journal;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        tasks.begin();
        SealedState state = SealedState.of(context, LedgerStores.sealed(), journal.hasBegun());
        ledger = new Ledger(LedgerStores.tables(context));
        version = LedgerVersion.of(context);
        applied = new AppliedUpTo(state, context.taskId().partition());
        suppliers = new SupplierTelling(context, journal.suppliers(), listener, applied.position());
        publisher = new ResultPublisher(context, events, suppliers);
        backlog = Backlog.of(context);
        timers = new TimersTold(context);
        pace = new CommitPace(context);
        gathering = new Gathering(context::currentSystemTimeMs, System::nanoTime, tasks);
        roundLater = new Later(context, context::commit);
        workLater = new Later(context, this::slice);
        now = Objects.requireNonNullElse(ledger.latestTick(), Instant.EPOCH);
        nameProgramme();
        entries = new EntriesToApply(registry, journal.leftOut().get(), listener);
        BeforeCommit.does(context, this::round);
        roundWhenDue();
        if (!backlog.isEmpty()) {
            entries.requireNotLeftOut(applied.partition(), backlog.first());
            begin(backlog.first(), ledger::resume);
            workLater.in(AT_ONCE);
        }
    }

    @Override
    public void close() {
        tasks.end();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordFailedException.at(context(), () -> {
            Unapplied next = entries.read(context().recordMetadata().orElseThrow(), record.value());
            if (next != null) {
                apply(next);
            } else if (backlog.isEmpty()) {
                entries.movePast(applied);
            }
        });
    }

    private void apply(Unapplied next) {
        applied.requireNext(next.offset());
        if (backlog.isEmpty()) {
            begin(next, ledger::begin);
            if (!work(next, slices.get())) {
                backlog.add(next);
                goOn();
            }
        } else {
            backlog.add(next);
            if (backlog.size() > MOST_WAITING) {
                slice();
            }
        }
    }

    /** Goes on with the entry at work, and with those that wait behind it. */
    private void slice() {
        Budget budget = slices.get();
        while (!backlog.isEmpty() && !budget.isSpent()) {
            Unapplied next = backlog.first();
            RecordFailedException.at(Topics.JOURNAL.name(), applied.partition(), next.offset(), () -> {
                if (!ledger.isAtWork()) {
                    begin(next, ledger::begin);
                }
                if (work(next, budget)) {
                    backlog.remove(next);
                }
            });
        }
        if (backlog.isEmpty()) {
            entries.movePast(applied);
        } else {
            goOn();
        }
    }

    private void goOn() {
        workLater.in(AT_ONCE);
        context().commit();
    }

    private void begin(Unapplied next, Consumer<Entry> how) {
        Entry entry = Entry.of(next.entry());
        now = entry.acceptedAt();
        events.from(entry);
        version.begin(() -> ledger.programme() == null);
        how.accept(entry);
    }

    /** Whether the entry is applied by now. */
    private boolean work(Unapplied next, Budget budget) {
        List<Result> results = ledger.work(budget);
        results.forEach(result -> publisher.publish(result, next.offset()));
        Instant acceptedAt = next.entry().getAcceptedAt();
        if (results.stream().anyMatch(Transition.class::isInstance)) {
            pace.news(acceptedAt);
        }
        if (ledger.isAtWork()) {
            return false;
        }
        applied.move(next.offset());
        Entry entry = Entry.of(next.entry());
        if (entry.programme() != null) {
            nameProgramme();
        } else if (entry.report() != null) {
            listener.published(acceptedAt);
            pace.worked(acceptedAt);
        }
        return true;
    }

    /** Everything that is told in rounds; what costs much no more often than it may. */
    private void round() {
        pace.committed();
        timers.tell(applied, backlog.isEmpty() ? ledger.nextTimer() : TimersTold.AT_ONCE);
        if (!ledger.isFresh()) {
            events.figures(new Position(applied.partition(), applied.position()), now);
            ledger.round(slices.get()).forEach(publisher::publishFigures);
            if (!ledger.isAtWork() && gathering.isDue()) {
                gathering.run(() -> ledger.gathered(slices.get()).forEach(publisher::publishFigures));
            }
        }
        roundWhenDue();
        if (ledger.isFresh() && backlog.isEmpty()) {
            Progress progress = applied.takeProgress(ledger.latestTick());
            if (progress != null) {
                publisher.publish(progress);
            }
        }
        suppliers.keep();
        applied.keep();
    }

    /** If anything is left to be told: the round before the commit that is asked for then goes on with it. */
    private void roundWhenDue() {
        roundLater.forget();
        if (!ledger.isFresh() && !ledger.isAtWork()) {
            roundLater.in(ledger.isOwed() ? AT_ONCE : gathering.until());
        }
    }

    private void nameProgramme() {
        Programme programme = ledger.programme();
        if (programme != null) {
            events.of(programme.getProgramme());
        }
    }
}
