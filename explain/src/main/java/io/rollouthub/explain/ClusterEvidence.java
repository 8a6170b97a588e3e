package io.rollouthub.explain;

import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.state.ClusterState;
import io.rollouthub.timetravel.Rerun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal tells of one cluster: its ledger, run again, with the reports behind the results and what was judged at
 * each transition of an alert. For one thread.
 */
final class ClusterEvidence {
    private final String cluster;
    private final AcceptedReports reports;
    private final Tables tables = Tables.inMemory();
    private final GoLives goLives = new GoLives(tables.goLives());
    private final Assessment assessment = new Assessment(new Histories(tables.reports()), goLives);
    private final ReadModel model = new ReadModel();
    private final List<JudgedTransition> transitions = new ArrayList<>();
    private final Rerun ledger = new Rerun(tables, model);
    private Instant clock = Instant.EPOCH;

    /**
     * A transition of an alert and what the ledger went by at that step.
     *
     * @param thresholds in force then
     * @param milestone it is about as it stood then; null if it had ceased to exist, or the alert is about a supplier
     * @param forecast behind the probability; only where MILESTONE_AT_RISK opens
     * @param unmet what the supplier owned that was not met; only where SUPPLIER_SILENT opens
     */
    record JudgedTransition(
            AlertTransition alert,
            Thresholds thresholds,
            @Nullable MilestoneState milestone,
            @Nullable Forecast forecast,
            List<MilestoneState> unmet) {}

    ClusterEvidence(String cluster) {
        this.cluster = cluster;
        this.reports = new AcceptedReports(cluster, tables.reports());
    }

    /** Takes in the next entry of the cluster's partition; events of other clusters are passed over. */
    void accept(JournalEntry entry) {
        Entry what = Entry.of(entry);
        ReportedEvent report = what.report();
        if (report != null) {
            if (!report.cluster().equals(cluster)) {
                return;
            }
            reports.note(report, entry.getAcceptedAt());
        }
        if (what.programme() == null) {
            fireUpTo(entry.getAcceptedAt());
        }
        apply(entry);
        if (what.programme() == null && entry.getAcceptedAt().isAfter(clock)) {
            clock = entry.getAcceptedAt();
        }
    }

    /** Whatever is due by then is a tick of its own, so that what is noted of a step knows nothing of a later one. */
    private void fireUpTo(Instant to) {
        for (Instant due = ledger.ledger().nextStep(cluster, to);
                due != null;
                due = ledger.ledger().nextStep(cluster, to)) {
            apply(new JournalEntry(due, null, new Tick()));
        }
    }

    Programme programme() {
        return tables.programme().range("", "~", 1).get(0).getValue();
    }

    Instant clock() {
        return clock;
    }

    AcceptedReports reports() {
        return reports;
    }

    ReadModel model() {
        return model;
    }

    /** The transitions of all alerts, in order. */
    List<JudgedTransition> transitions() {
        return transitions;
    }

    /** What a supplier owns that is not met, the earliest due first. */
    List<MilestoneState> unmet(String supplier) {
        return tables.milestones().under(cluster + "/").stream()
                .map(Map.Entry::getValue)
                .filter(milestone -> milestone.getOwner().equals(supplier))
                .filter(milestone -> milestone.getStatus() == Status.PENDING || milestone.getStatus() == Status.MISSED)
                .sorted(Comparator.comparing(MilestoneState::getDue))
                .toList();
    }

    /** What a milestone's probability was worked out from; null if it has none. */
    @Nullable
    Forecast forecast(MilestoneState milestone) {
        LocalDate from = observedFrom();
        return from == null ? null : assessment.forecast(milestone, time(), from);
    }

    /** What forecasts of the whole cluster go by; null while it has been observed for too few days. */
    @Nullable
    Exposure exposure() {
        LocalDate from = observedFrom();
        LocalDate today = time().dateAt(clock);
        int days = from == null ? 0 : Forecast.exposureDays(from, today);
        return days < Forecast.LEAST_EXPOSURE
                ? null
                : new Exposure(goLives.within(cluster, today.minusDays(days), today), days, today);
    }

    private CivilTime time() {
        return new CivilTime(ZoneId.of(programme().getZone()));
    }

    private @Nullable LocalDate observedFrom() {
        ClusterState kept = tables.clusters().get(cluster);
        Instant from = kept == null ? null : kept.getObservedFrom();
        return from == null ? null : time().dateAt(from);
    }

    /** Applies an entry and notes, at each transition of an alert, how things stand. */
    private void apply(JournalEntry entry) {
        for (Result result : ledger.apply(entry)) {
            if (result instanceof Transition transition) {
                transitions.add(judged(transition.value()));
            }
        }
    }

    private JudgedTransition judged(AlertTransition alert) {
        boolean opens = alert.getState() == AlertState.OPEN;
        MilestoneState milestone = tables.milestones().get(new MilestoneKey(cluster, alert.getSubject()).toString());
        return new JudgedTransition(
                alert,
                programme().getThresholds(),
                milestone,
                opens && alert.getKind() == AlertKind.MILESTONE_AT_RISK && milestone != null
                        ? forecast(milestone)
                        : null,
                opens && alert.getKind() == AlertKind.SUPPLIER_SILENT ? unmet(alert.getSubject()) : List.of());
    }
}
