package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.SupplierKey;
import io.rollouthub.state.ClusterState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cluster's counters while a journal entry is applied, with those of its suppliers, and what has moved. */
final class ClusterBook {
    final String cluster;
    private final Rules rules;
    private final Table<SupplierStatus> suppliersKept;
    private final SortedMap<String, SupplierBook> suppliers = new TreeMap<>();

    /** Its clock: the journal's latest tick or its own latest entry, whichever is later. */
    Instant clock;

    private @Nullable LocalDate today;

    @Nullable
    Instant observedFrom;

    long accepted;
    long duplicates;
    long refused;
    int openCritical;
    int openWarning;
    final Tally milestones = new Tally();
    final RateBook rates;

    /** Which of its milestones have to be told anew. */
    final StaleFigures figures;

    /** Forecasts that were made, or of which is known what became of them. */
    final SortedMap<String, Forecast> forecasts = new TreeMap<>();

    /** Suppliers whose records are worked out afresh. */
    final SortedSet<String> recorded = new TreeSet<>();

    /** What was told of those records that outcomes have changed; null if nothing was. */
    final Map<String, @Nullable SupplierRecord> recordsTold = new HashMap<>();

    ClusterBook(String cluster, Tables tables, Rules rules, Instant tick) {
        this.cluster = cluster;
        this.rules = rules;
        this.suppliersKept = tables.suppliers();
        this.clock = tick;
        ClusterState kept = tables.clusters().get(cluster);
        if (kept != null) {
            reach(kept.getClock());
            observedFrom = kept.getObservedFrom();
            accepted = kept.getAccepted();
            duplicates = kept.getDuplicates();
            refused = kept.getRefused();
            openCritical = kept.getOpenCritical();
            openWarning = kept.getOpenWarning();
            milestones
                    .add(Status.PENDING, kept.getPending())
                    .add(Status.MET, kept.getMet())
                    .add(Status.MET_LATE, kept.getMetLate())
                    .add(Status.MISSED, kept.getMissed())
                    .add(Status.WITHDRAWN, kept.getWithdrawn());
        }
        rates = new RateBook(cluster, kept, month());
        figures = new StaleFigures(kept != null && kept.getStale());
    }

    /** Moves the clock on; it never goes back. */
    void reach(Instant instant) {
        if (instant.isAfter(clock)) {
            clock = instant;
            today = null;
        }
    }

    CivilTime time() {
        return rules.time();
    }

    Thresholds thresholds() {
        return rules.thresholds();
    }

    /** The latest date that has begun by its clock. */
    LocalDate today() {
        if (today == null) {
            today = time().today(clock);
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

    SupplierBook supplier(String supplier) {
        return suppliers.computeIfAbsent(
                supplier,
                name -> new SupplierBook(cluster, name, suppliersKept.get(new SupplierKey(cluster, name).toString())));
    }

    /** Those of its suppliers that have been opened. */
    Collection<SupplierBook> suppliers() {
        return suppliers.values();
    }

    /** Counts a milestone of a status and an owner, or one less. */
    void count(MilestoneState milestone, int by) {
        milestones.add(milestone.getStatus(), by);
        supplier(milestone.getOwner()).milestones.add(milestone.getStatus(), by);
    }

    /** Counts an alert that has opened or ended. */
    void count(Change change) {
        AlertState was =
                change.before() == null ? AlertState.RESOLVED : change.before().getState();
        AlertState is = change.after().getState();
        int by = was == is ? 0 : is == AlertState.OPEN ? 1 : -1;
        if (change.after().getSeverity() == Severity.CRITICAL) {
            openCritical += by;
        } else {
            openWarning += by;
        }
    }

    /** The counters as they are kept. */
    ClusterState kept() {
        return ClusterState.newBuilder()
                .setClock(clock)
                .setObservedFrom(observedFrom)
                .setStale(figures.countsAreStale())
                .setAccepted(accepted)
                .setDuplicates(duplicates)
                .setRefused(refused)
                .setEarned(rates.earned())
                .setPending(milestones.of(Status.PENDING))
                .setMet(milestones.of(Status.MET))
                .setMetLate(milestones.of(Status.MET_LATE))
                .setMissed(milestones.of(Status.MISSED))
                .setWithdrawn(milestones.of(Status.WITHDRAWN))
                .setOpenCritical(openCritical)
                .setOpenWarning(openWarning)
                .setMonths(rates.kept())
                .build();
    }
}
