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
 * <p>The same entries in the same order give the same results in the same order. For one thread.
 */
public final class Ledger {
    private static final String ONLY = "only"; // the key in tables that hold one value

    private final Tables tables;
    private final Phases phases;

    /** The programme in force and what follows from it; null: not read from the tables yet, or there is none. */
    private @Nullable Programme inForce;

    private @Nullable Rules rules;

    /** The highest tick so far; null: not read from the tables yet. */
    private @Nullable Instant latest;

    /** Clusters in which something may be stale; null: not read from the tables yet. */
    private @Nullable SortedSet<String> stale;

    public Ledger(Tables tables) {
        this.tables = tables;
        this.phases = Phases.of(tables);
    }

    /**
     * Applies the next entry of the journal: what follows from it, in order.
     *
     * @throws IllegalStateException if a fact or tick comes before any programme
     */
    public List<Result> apply(Entry entry) {
        Programme programme = programme();
        if (entry instanceof ProgrammeEntry next) {
            return adopt(next.programme(), programme);
        }
        if (programme == null) {
            throw new IllegalStateException("the journal starts without a programme");
        }
        if (entry instanceof ReportEntry report) {
            if (stale != null) {
                stale.add(report.key());
            }
            return pipe(programme).report(report);
        }
        return tick(entry.acceptedAt(), programme);
    }

    /** The programme in force; null before the journal's first. */
    public @Nullable Programme programme() {
        if (inForce == null) {
            inForce = tables.programme().get(ONLY);
        }
        return inForce;
    }

    /**
     * Works out what reports have made stale since: the figures of counts of go-lives and the suppliers' records, once for
     * a burst of reports. They depend on the journal alone, whenever this is called (semantics 10).
     */
    public List<Result> gathered() {
        Programme programme = programme();
        if (stale == null) {
            stale = new TreeSet<>();
            tables.clusters().range("", "~", Integer.MAX_VALUE).stream()
                    .filter(cluster -> cluster.getValue().getStale())
                    .forEach(cluster -> stale.add(cluster.getKey()));
        }
        List<Result> results = new ArrayList<>();
        if (programme != null) {
            stale.forEach(cluster -> results.addAll(pipe(programme).gathered(cluster)));
        }
        stale.clear();
        return results;
    }

    /** A tick again at the latest one's instant has every figure worked out afresh; an earlier one is ignored. */
    private List<Result> tick(Instant to, Programme programme) {
        Instant before = tick();
        if (to.equals(before)) {
            return pipe(programme).afresh();
        }
        if (to.isBefore(before)) {
            return List.of();
        }
        List<Result> results = pipe(programme).tick(to);
        tables.tick().put(ONLY, to.toString());
        latest = to;
        return results;
    }

    /** A new programme: new thresholds are judged at once; one out of range or with another zone is passed over whole. */
    private List<Result> adopt(Programme programme, @Nullable Programme before) {
        if (!ThresholdRanges.isValid(programme)) {
            return List.of();
        }
        if (before != null && !before.getZone().equals(programme.getZone())) {
            return List.of();
        }
        tables.programme().put(ONLY, programme);
        inForce = programme;
        rules = null;
        return before == null || before.getThresholds().equals(programme.getThresholds())
                ? List.of()
                : pipe(programme).thresholds(before.getThresholds());
    }

    private Pipe pipe(Programme programme) {
        if (rules == null) {
            rules = Rules.of(programme);
        }
        return new Pipe(phases, new Books(tables, rules, tick()));
    }

    /** The highest tick so far. */
    private Instant tick() {
        if (latest == null) {
            String tick = tables.tick().get(ONLY);
            latest = tick == null ? Instant.EPOCH : Instant.parse(tick);
        }
        return latest;
    }
}
