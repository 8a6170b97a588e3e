package io.rollouthub.domain.ledger;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.programme.Programme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one partition of the journal: a deterministic state machine. It knows no time but the journal's.
 *
 * <p>The same entries in the same order give the same alerts and transitions in the same order. Figures are told in rounds,
 * each once however many entries have moved it; whoever keeps the tables has a round before each time that he does, so that
 * a ledger that continues on them owes nothing. For one thread.
 */
public final class Ledger {
    private static final String ONLY = "only"; // the key in tables that hold one value

    private final Tables tables;
    private final Phases phases;
    private @Nullable Programme programme;
    /** The highest tick so far. */
    private Instant latest;
    /** What there is from the first programme on. */
    private @Nullable Begun begun;

    /** Clusters in which the figures of counts, or suppliers' records, may be stale. */
    private final SortedSet<String> stale = new TreeSet<>();

    /** A ledger that continues on what the tables hold: nothing, or what another has kept. */
    public Ledger(Tables tables) {
        this(tables, DerivedTables.empty());
    }

    /** @param memory empty; the ledger works out what it holds */
    public Ledger(Tables tables, DerivedTables memory) {
        this.tables = tables;
        this.phases = Phases.of(tables, memory);
        String tick = tables.tick().get(ONLY);
        this.latest = tick == null ? Instant.EPOCH : Instant.parse(tick);
        this.programme = tables.programme().get(ONLY);
        if (programme != null) {
            Books kept = begin(programme);
            phases.restart().of(kept);
            kept.all().forEach(book -> stale.add(book.cluster));
        }
    }

    private record Begun(InForce inForce, Books books) {}

    private Books begin(Programme first) {
        InForce inForce = new InForce(first, latest);
        begun = new Begun(inForce, new Books(inForce));
        return begun.books();
    }

    /** The programme in force; null before the journal's first. */
    public @Nullable Programme programme() {
        return programme;
    }

    /** The highest tick so far; null before the first. */
    public @Nullable Instant latestTick() {
        return latest.equals(Instant.EPOCH) ? null : latest;
    }

    /**
     * Applies the next entry of the journal.
     *
     * @return what cannot wait, in order: alerts and their transitions, revisions of plans, contracts, rejections
     * @throws IllegalStateException if a fact or tick comes before any programme
     */
    public List<Result> apply(Entry entry) {
        if (entry instanceof ProgrammeEntry next) {
            return adopt(next.programme());
        }
        if (begun == null) {
            throw new IllegalStateException("the journal starts without a programme");
        }
        if (entry instanceof ReportEntry report) {
            stale.add(report.key());
            return new Pipe(phases, begun.books()).report(report);
        }
        return tick(entry.acceptedAt(), begun);
    }

    /** Tells each figure that has moved since the last round, but for those that {@link #gathered} tells. */
    public List<Result> round() {
        List<Result> results = new ArrayList<>();
        if (begun != null) {
            Pipe pipe = new Pipe(phases, begun.books());
            for (ClusterBook book : begun.books().takeTouched()) {
                results.addAll(pipe.settle(Touch.byNumbers(book)));
                results.addAll(phases.round().of(book));
            }
        }
        return results;
    }

    /**
     * Works out what reports have made stale since: the figures of counts of go-lives and the suppliers' records, once for
     * a burst of reports. They depend on the journal alone, whenever this is called (semantics 10).
     */
    public List<Result> gathered() {
        List<Result> results = round();
        if (begun != null) {
            for (String cluster : stale) {
                results.addAll(phases.round().counts(begun.books().of(cluster)));
            }
        }
        stale.clear();
        return results;
    }

    /** Whether every figure has been told. */
    public boolean isFresh() {
        return stale.isEmpty() && (begun == null || !begun.books().isTouched());
    }

    /** A tick again at the latest one's instant has every figure worked out afresh; an earlier one is ignored. */
    private List<Result> tick(Instant to, Begun known) {
        Books books = known.books();
        if (to.equals(latest)) {
            for (ClusterBook book : books.all()) {
                books.touch(book.cluster).figures.all();
            }
            return List.of();
        }
        if (to.isBefore(latest)) {
            return List.of();
        }
        List<Result> results = new Pipe(phases, books).tick(to);
        tables.tick().put(ONLY, to.toString());
        latest = to;
        known.inForce().reach(to);
        return results;
    }

    /** A new programme: new thresholds are judged at once; one out of range or with another zone is passed over whole. */
    private List<Result> adopt(Programme next) {
        Programme before = programme;
        if (!ThresholdRanges.isValid(next)
                || before != null && !before.getZone().equals(next.getZone())) {
            return List.of();
        }
        tables.programme().put(ONLY, next);
        programme = next;
        if (before == null || begun == null) {
            begin(next);
            return List.of();
        }
        begun.inForce().adopt(next);
        return before.getThresholds().equals(next.getThresholds())
                ? List.of()
                : new Pipe(phases, begun.books()).thresholds(before.getThresholds());
    }
}
