package io.rollouthub.model;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.ClusterModel.Verdict;
import io.rollouthub.programme.Programme;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as the semantics describe it, slow and plain: it keeps the programme, the clocks, the accepted events and
 * the open alerts, and computes everything else anew when asked.
 *
 * <p>Programmes and events are taken to have passed the gate. Clusters exist from their first accepted event.
 */
public final class Model {
    private final SortedMap<String, ClusterModel> clusters = new TreeMap<>();
    private final List<TransitionView> transitions = new ArrayList<>();
    private final List<RefusedView> refused = new ArrayList<>();
    private @Nullable Programme programme;
    private boolean rightsHold;
    private @Nullable Instant highestTick;
    private int duplicates;

    /** Applies the next entry of the journal; the first one is a programme. */
    public void apply(JournalEntry entry) {
        if (entry.getEntry() instanceof Programme next) {
            programme(next);
        } else if (entry.getEntry() instanceof Tick) {
            tick(entry.getAcceptedAt());
        } else {
            event(Report.of(entry.getEntry(), entry.getAcceptedAt()));
        }
    }

    /**
     * §7: a changed threshold is judged at once, as a step of its own. An entry that breaks the ranges, or has another zone,
     * is passed over whole.
     */
    private void programme(Programme next) {
        if (!counts(programme, next)) {
            return;
        }
        programme = next;
        rightsHold = rightsHold || next.getFormat() >= 2;
        // The facts of clusters and suppliers that were removed stay, so every cluster is judged.
        clusters.values().forEach(cluster -> transitions.addAll(cluster.change(next.getThresholds())));
    }

    /** §7: whether a programme entry counts when it comes after the one in force, if any. */
    public static boolean counts(@Nullable Programme inForce, Programme next) {
        return Ranges.hold(next) && (inForce == null || inForce.getZone().equals(next.getZone()));
    }

    /** §7: timers fire in order of due instant, then cluster; one timer instant of a cluster is one step. */
    private void tick(Instant t) {
        if (highestTick == null || t.isAfter(highestTick)) {
            highestTick = t;
        }
        List<TransitionView> fired = new ArrayList<>();
        clusters.values().forEach(cluster -> fired.addAll(cluster.tick(t)));
        fired.sort(Comparator.comparing(TransitionView::at).thenComparing(TransitionView::cluster));
        transitions.addAll(fired); // the sort is stable: within a step, by alertId
    }

    /** §7: an event is first a tick of its own cluster at its acceptedAt, then it is applied and judged. */
    private void event(Report report) {
        ClusterModel cluster = clusters.computeIfAbsent(report.cluster(), name -> newCluster(name, report));
        transitions.addAll(cluster.tick(report.acceptedAt()));
        Verdict verdict = cluster.receive(report, new Rights(Objects.requireNonNull(programme), rightsHold));
        switch (verdict) {
            case ACCEPTED -> transitions.addAll(cluster.judge(report.supplier()));
            case REPEATED -> duplicates++; // §3: an identical repeat is dropped and counted
            case DUPLICATE_ID, TOO_MANY_REVISIONS, NOT_OWNER, TOO_MANY_FACTS ->
                refused.add(new RefusedView(report.cluster(), report.eventId(), report.supplier(), verdict.name()));
        }
    }

    /** §1: the clock is the highest of the ticks in the journal and of the acceptedAt of the cluster's entries. */
    private ClusterModel newCluster(String name, Report first) {
        if (programme == null) {
            throw new IllegalStateException("a journal begins with its programme");
        }
        Instant clock =
                highestTick == null || first.acceptedAt().isAfter(highestTick) ? first.acceptedAt() : highestTick;
        CivilTime time = new CivilTime(ZoneId.of(programme.getZone()));
        return new ClusterModel(name, time, programme.getThresholds(), clock);
    }

    /** The clusters that have an accepted event. */
    public SortedSet<String> clusters() {
        return new TreeSet<>(clusters.keySet());
    }

    /** All transitions so far, in the order of §7. */
    public List<TransitionView> transitions() {
        return Collections.unmodifiableList(transitions);
    }

    /** A cluster as it stands; what it answers is computed once and only if asked for. */
    public ClusterView cluster(String name) {
        ClusterModel cluster = clusters.get(name);
        if (cluster == null) {
            throw new IllegalArgumentException("no accepted event on " + name);
        }
        return cluster.view();
    }

    /** All milestones by {@code <cluster>/<milestone>}. */
    public SortedMap<String, MilestoneView> milestones() {
        return all(ClusterView::milestones);
    }

    /** The delivery rates by cluster and month. */
    public SortedMap<String, SortedMap<YearMonth, MonthView>> rates() {
        SortedMap<String, SortedMap<YearMonth, MonthView>> all = new TreeMap<>();
        clusters.forEach((name, cluster) -> all.put(name, cluster.view().rates()));
        return all;
    }

    /** The figures by cluster. */
    public SortedMap<String, FiguresView> figures() {
        SortedMap<String, FiguresView> all = new TreeMap<>();
        clusters.forEach((name, cluster) -> all.put(name, cluster.view().figures()));
        return all;
    }

    /** §9.7: where probabilities come from, by {@code <cluster>/<milestone>}. */
    public SortedMap<String, EvidenceView> evidence() {
        return all(ClusterView::evidence);
    }

    /** §9.8: the hub's forecasts by {@code <cluster>/<milestone>/<due>/<H>}. */
    public SortedMap<String, ForecastView> forecasts() {
        return all(ClusterView::forecasts);
    }

    /** §9.8: the suppliers' records by {@code <cluster>/<supplier>}. */
    public SortedMap<String, SupplierRecordView> supplierRecords() {
        return all(ClusterView::supplierRecords);
    }

    private <V> SortedMap<String, V> all(Function<ClusterView, SortedMap<String, V>> part) {
        SortedMap<String, V> all = new TreeMap<>();
        clusters.forEach((name, cluster) ->
                part.apply(cluster.view()).forEach((key, value) -> all.put(name + "/" + key, value)));
        return all;
    }

    /** The open alerts by alertId. */
    public SortedMap<String, OpenAlert> openAlerts() {
        SortedMap<String, OpenAlert> all = new TreeMap<>();
        clusters.values().forEach(cluster -> all.putAll(cluster.view().openAlerts()));
        return all;
    }

    /** How many identical repeats were dropped. */
    public int duplicates() {
        return duplicates;
    }

    /** What the ledger refused, in the journal's order. */
    public List<RefusedView> refused() {
        return Collections.unmodifiableList(refused);
    }
}
