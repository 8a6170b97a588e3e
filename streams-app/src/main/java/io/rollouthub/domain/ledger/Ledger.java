package io.rollouthub.domain.ledger;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.programme.Programme;
import io.rollouthub.state.Cut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final String AT_WORK = "at-work";

    private final Tables tables;
    private final Phases phases;
    private @Nullable Programme programme;
    /** The highest tick so far. */
    private Instant latest;
    /** What there is from the first programme on. */
    private @Nullable Begun begun;

    /** The entry that has been begun and is not over. */
    private @Nullable EntryAtWork atWork;

    private boolean isCutKept;

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
            Begun kept = begin(programme);
            phases.restart().of(kept.books());
            kept.books().all().forEach(book -> kept.owed().stale(book.cluster));
        }
    }

    private record Begun(InForce inForce, Books books, Owed owed) {}

    private Begun begin(Programme first) {
        InForce inForce = new InForce(first, latest);
        Books books = new Books(inForce);
        begun = new Begun(inForce, books, new Owed(phases, books));
        return begun;
    }

    /** The programme in force; null before the journal's first. */
    public @Nullable Programme programme() {
        return programme;
    }

    /** The highest tick so far; null before the first. */
    public @Nullable Instant latestTick() {
        return latest.equals(Instant.EPOCH) ? null : latest;
    }

    /** The earliest instant at which something has to be looked at without a report; null if there is none. */
    public @Nullable Instant nextTimer() {
        return phases.timers().earliest();
    }

    /**
     * Applies the next entry of the journal.
     *
     * @return what cannot wait, in order: alerts and their transitions, revisions of plans, contracts, rejections
     * @throws IllegalStateException if a fact or tick comes before any programme
     */
    public List<Result> apply(Entry entry) {
        begin(entry);
        return work(Budget.unlimited());
    }

    /**
     * Begins with the next entry of the journal, for {@link #work} to go on with.
     *
     * @throws IllegalStateException if a fact or tick comes before any programme, or the entry before it is not over
     */
    public void begin(Entry entry) {
        if (atWork != null) {
            throw new IllegalStateException("the entry before this one is not over");
        }
        if (entry instanceof ProgrammeEntry next) {
            atWork = adopt(next.programme());
        } else if (begun == null) {
            throw new IllegalStateException("the journal starts without a programme");
        } else if (entry instanceof ReportEntry report) {
            begun.owed().stale(report.key());
            atWork = work(new Pipe(phases, begun.books()).report(report), null);
        } else {
            atWork = tick(entry.acceptedAt(), begun, null);
        }
    }

    /**
     * Goes on with an entry that another ledger has begun and not brought to its end, on the tables that it has kept. One
     * that had not made its first slice is begun.
     *
     * @param entry the one that stood in the journal behind the last that was over
     */
    public void resume(Entry entry) {
        Cut cut = tables.cuts().get(AT_WORK);
        if (cut == null || begun == null) {
            begin(entry);
            return;
        }
        Pipe pipe = new Pipe(phases, begun.books());
        isCutKept = true;
        if (entry instanceof ProgrammeEntry programmes) {
            atWork = work(pipe.thresholds(programmes.programme().getThresholds(), cut.getCluster()), cut);
        } else if (entry instanceof ReportEntry report) {
            begun.owed().stale(report.key());
            atWork = work(cut.getDue() == null ? pipe.reportAgain(report) : pipe.report(report), cut);
        } else {
            atWork = tick(entry.acceptedAt(), begun, cut);
        }
    }

    private EntryAtWork work(Steps steps, @Nullable Cut from) {
        return new EntryAtWork(phases, steps, from, () -> {});
    }

    /**
     * Goes on with the entry that has been begun, as far as the budget goes, and a bit at least.
     *
     * @return what cannot wait, in order
     */
    public List<Result> work(Budget budget) {
        List<Result> results = new ArrayList<>();
        EntryAtWork entry = Objects.requireNonNull(atWork);
        if (entry.go(budget, results)) {
            atWork = null;
            keep(null);
        } else {
            keep(entry.cut());
            for (ClusterBook book : entry.takeStepped()) {
                tables.clusters().put(book.cluster, book.state());
            }
        }
        return results;
    }

    private void keep(@Nullable Cut cut) {
        if (cut != null) {
            tables.cuts().put(AT_WORK, cut);
        } else if (isCutKept) {
            tables.cuts().remove(AT_WORK);
        }
        isCutKept = cut != null;
    }

    /** Whether an entry has been begun that is not over. */
    public boolean isAtWork() {
        return atWork != null;
    }

    /** Tells each figure that has moved since the last round, but for those that {@link #gathered} tells. */
    public List<Result> round() {
        return round(Budget.unlimited());
    }

    /**
     * The same as far as the budget goes; the figures of whole clusters wait until no entry is at work. What is left is
     * owed, and told in the next rounds.
     */
    public List<Result> round(Budget budget) {
        return begun == null ? List.of() : begun.owed().round(atWork, budget);
    }

    /**
     * Works out what reports have made stale since: the figures of counts of go-lives and the suppliers' records, once for
     * a burst of reports. They depend on the journal alone, whenever this is called (semantics 10).
     */
    public List<Result> gathered() {
        return gathered(Budget.unlimited());
    }

    /** The same as far as the budget goes. */
    public List<Result> gathered(Budget budget) {
        return begun == null ? List.of() : begun.owed().gathered(atWork, budget);
    }

    /** Whether no entry is at work, and every figure has been told. */
    public boolean isFresh() {
        return atWork == null && (begun == null || begun.owed().isNothing());
    }

    /** Whether figures are owed that a round tells. */
    public boolean isOwed() {
        return begun != null && begun.books().isTouched();
    }

    /** A tick again at the latest one's instant has every figure worked out afresh; an earlier one is ignored. */
    private EntryAtWork tick(Instant to, Begun known, @Nullable Cut from) {
        Books books = known.books();
        if (to.equals(latest)) {
            for (ClusterBook book : books.all()) {
                books.touch(book.cluster).figures.all();
            }
        }
        if (!to.isAfter(latest)) {
            return work(Steps.NONE, from);
        }
        return new EntryAtWork(phases, new Pipe(phases, books).tick(to), from, () -> {
            tables.tick().put(ONLY, to.toString());
            latest = to;
            known.inForce().reach(to);
        });
    }

    /** A new programme: new thresholds are judged at once; one out of range or with another zone is passed over whole. */
    private EntryAtWork adopt(Programme next) {
        Programme before = programme;
        if (!ProgrammeFormat.counts(before, next)) {
            return work(Steps.NONE, null);
        }
        Programme inForce = ProgrammeFormat.behind(before, next);
        tables.programme().put(ONLY, inForce);
        programme = inForce;
        if (before == null || begun == null) {
            begin(inForce);
            return work(Steps.NONE, null);
        }
        begun.inForce().adopt(inForce);
        boolean isSame = before.getThresholds().equals(next.getThresholds());
        return work(isSame ? Steps.NONE : new Pipe(phases, begun.books()).thresholds(before.getThresholds(), ""), null);
    }
}
