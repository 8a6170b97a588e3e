package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.fact.Rights;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.state.ClusterState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cluster's counters with those of its suppliers, and what of them has moved since it was last told. */
final class ClusterBook {
    final String cluster;
    private final InForce inForce;
    private final SortedMap<String, SupplierBook> suppliers = new TreeMap<>();
    private Instant reached;
    /** Its clock behind the last step that is over. */
    private Instant settled;

    private Instant todayAt = Instant.MIN;
    private LocalDate today = LocalDate.MIN;

    @Nullable
    Instant observedFrom;

    long accepted;
    private long duplicates;
    private long refused;
    private boolean unkept;
    /** Whether it is kept that figures of the whole cluster are owed. */
    boolean isOwedNoted;

    int openCritical;
    int openWarning;
    final Tally milestones = new Tally();
    final GoLives goLives = new GoLives();
    final RateBook rates;
    /** Which of its milestones have to be told anew. */
    final StaleFigures figures = new StaleFigures();
    /** Forecasts that were made, or of which is known what became of them. */
    final SortedMap<String, Forecast> forecasts = new TreeMap<>();
    /** Suppliers whose records are worked out afresh. */
    final SortedSet<String> recorded = new TreeSet<>();

    ClusterBook(String cluster, InForce inForce, @Nullable ClusterState kept) {
        this.cluster = cluster;
        this.inForce = inForce;
        this.reached = kept == null ? Instant.EPOCH : kept.getClock();
        this.settled = reached;
        this.duplicates = kept == null ? 0 : kept.getDuplicates();
        this.refused = kept == null ? 0 : kept.getRefused();
        this.rates = new RateBook(cluster);
    }

    long duplicates() {
        return duplicates;
    }

    long refused() {
        return refused;
    }

    /** Its clock: the journal's latest tick or its own latest entry or timer, whichever is later. */
    Instant clock() {
        return reached.isBefore(inForce.tick()) ? inForce.tick() : reached;
    }

    /** Moves the clock on; it never goes back. */
    void reach(Instant instant) {
        if (instant.isAfter(reached)) {
            reached = instant;
        }
    }

    /** A step is over. */
    void settle() {
        settled = reached;
    }

    CivilTime time() {
        return inForce.time();
    }

    Thresholds thresholds() {
        return inForce.thresholds();
    }

    Rights rights() {
        return inForce.rights();
    }

    /** The latest date that has begun by its clock. */
    LocalDate today() {
        Instant clock = clock();
        if (!clock.equals(todayAt)) {
            today = time().today(clock);
            todayAt = clock;
        }
        return today;
    }

    /** The clock's month. */
    YearMonth month() {
        return YearMonth.from(today());
    }

    @Nullable
    LocalDate observedOn() {
        return observedFrom == null ? null : time().dateAt(observedFrom);
    }

    /** It is observed from the earliest report on. */
    void observe(Instant reportedAt) {
        if (observedFrom == null || reportedAt.isBefore(observedFrom)) {
            observedFrom = reportedAt;
        }
    }

    SupplierBook supplier(String supplier) {
        return suppliers.computeIfAbsent(supplier, name -> new SupplierBook(cluster, name));
    }

    /** All of its suppliers. */
    Collection<SupplierBook> suppliers() {
        return suppliers.values();
    }

    /** Those of them that have had a report accepted. */
    Collection<String> reporters() {
        SortedSet<String> names = new TreeSet<>();
        suppliers.forEach((name, book) -> {
            if (book.hasReported()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Counts a milestone of a status and an owner, or one less. */
    void count(MilestoneState milestone, int by) {
        milestones.add(milestone.getStatus(), by);
        supplier(milestone.getOwner()).count(milestone.getStatus(), by);
    }

    /** Counts an alert that has opened or ended. */
    void count(Change change) {
        AlertState was =
                change.before() == null ? AlertState.RESOLVED : change.before().getState();
        AlertState is = change.after().getState();
        count(change.after().getSeverity(), was == is ? 0 : is == AlertState.OPEN ? 1 : -1);
    }

    /** Counts open alerts more, or less. */
    void count(Severity severity, int by) {
        if (severity == Severity.CRITICAL) {
            openCritical += by;
        } else {
            openWarning += by;
        }
    }

    /** Counts a report that repeats one, or is refused: what its accepted reports do not tell. */
    void dropped(boolean isRepeat) {
        duplicates += isRepeat ? 1 : 0;
        refused += isRepeat ? 0 : 1;
        unkept = true;
    }

    /** What of this cannot be worked out from its reports; null if it is as it was kept. */
    @Nullable
    ClusterState takeUnkept() {
        boolean was = unkept;
        unkept = false;
        return was ? state() : null;
    }

    /** What is to be kept of it; a step that is not over is begun again by whoever goes on. */
    ClusterState state() {
        return new ClusterState(settled, duplicates, refused);
    }
}
