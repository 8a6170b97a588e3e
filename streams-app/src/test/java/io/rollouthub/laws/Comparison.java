package io.rollouthub.laws;

import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.domain.store.Table;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.ClusterView;
import io.rollouthub.model.ContractView;
import io.rollouthub.model.EarnedSchedule;
import io.rollouthub.model.EvidenceView;
import io.rollouthub.model.FiguresView;
import io.rollouthub.model.ForecastView;
import io.rollouthub.model.LeadView;
import io.rollouthub.model.MilestoneView;
import io.rollouthub.model.Model;
import io.rollouthub.model.MonthView;
import io.rollouthub.model.OpenAlert;
import io.rollouthub.model.Outcome;
import io.rollouthub.model.RefusedView;
import io.rollouthub.model.RevisionView;
import io.rollouthub.model.SupplierRecordView;
import io.rollouthub.model.TransitionView;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.reader.CumulativeRate;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Runs the ledger beside the model and tells the first difference. */
final class Comparison {
    private static final Comparator<RevisionView> IN_REPORT_ORDER = Comparator.comparing(RevisionView::reportedAt)
            .thenComparing(RevisionView::supplier)
            .thenComparing(RevisionView::eventId);

    private final Model model = new Model();
    private final Recording ledger = new Recording();
    private int transitions;
    private int refusals;
    private int entries;
    private Instant tick = Instant.EPOCH;

    /** The first difference on a journal, in words; null if there is none. */
    static @Nullable String differenceOn(List<JournalEntry> journal) {
        Comparison comparison = new Comparison();
        for (int i = 0; i < journal.size(); i++) {
            String difference = comparison.apply(journal.get(i));
            if (difference != null) {
                return "after entry " + i + ": " + difference;
            }
        }
        return null;
    }

    private @Nullable String apply(JournalEntry entry) {
        try {
            model.apply(entry);
            ledger.apply(entry);
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
        String difference = newTransitions();
        if (difference == null) {
            difference = newRefusals();
        }
        if (entry.getEntry() instanceof Tick && entry.getAcceptedAt().isAfter(tick)) {
            tick = entry.getAcceptedAt();
        }
        Told told = lookAt(entries++);
        for (String cluster : told == Told.ALL ? model.clusters() : touched(entry)) {
            difference = difference == null ? cluster(cluster, model.cluster(cluster), told) : difference;
        }
        return difference;
    }

    /** Which forecasts are as of this instant (semantics 10). */
    private enum Told {
        /** None need be: others' promises show at the next review. */
        NONE,
        /** Counts of go-lives, once what reports made stale is gathered. */
        COUNTS,
        /** All, once they are worked out afresh. */
        ALL
    }

    /**
     * Now and then the ledger is asked for its figures: those of counts, or, by its latest tick once more, all; or it is
     * another ledger that continues.
     */
    private Told lookAt(int number) {
        if (number % 8 == 3) {
            ledger.gather();
            return Told.COUNTS;
        }
        if (number % 8 == 5) {
            ledger.restart();
            return Told.NONE;
        }
        if (number % 8 == 7) {
            ledger.apply(new JournalEntry(tick, null, new Tick()));
            return Told.ALL;
        }
        return Told.NONE;
    }

    private Collection<String> touched(JournalEntry entry) {
        return entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)
                ? List.of(ReportedEvent.of(event).cluster())
                : model.clusters();
    }

    private @Nullable String newTransitions() {
        List<TransitionView> expected = model.transitions();
        List<TransitionView> found = new ArrayList<>();
        for (AlertTransition transition : ledger.transitions.subList(
                Math.min(transitions, ledger.transitions.size()), ledger.transitions.size())) {
            found.add(new TransitionView(
                    transition.getCluster(),
                    transition.getAt(),
                    transition.getAlertId(),
                    transition.getEpisode(),
                    transition.getState().name(),
                    transition.getStartsAt(),
                    transition.getEndsAt(),
                    transition.getResolution() == null
                            ? null
                            : transition.getResolution().name()));
        }
        List<TransitionView> wanted = expected.subList(transitions, expected.size());
        transitions = expected.size();
        return difference("transitions", wanted, found);
    }

    private @Nullable String newRefusals() {
        List<RefusedView> wanted =
                model.refused().subList(refusals, model.refused().size());
        List<RefusedView> found = ledger.refused.subList(refusals, ledger.refused.size()).stream()
                .map(Comparison::view)
                .toList();
        refusals = model.refused().size();
        return difference("refused", wanted, found);
    }

    private static RefusedView view(Rejection rejected) {
        return new RefusedView(
                rejected.key(),
                rejected.entry().report().eventId(),
                rejected.entry().report().supplier(),
                rejected.reason().name());
    }

    private @Nullable String cluster(String cluster, ClusterView view, Told told) {
        return first(
                milestones(cluster, view, told),
                told == Told.ALL ? evidence(cluster, view) : null,
                forecasts(cluster, view),
                told == Told.NONE ? null : records(cluster, view),
                openAlerts(cluster, view),
                rates(cluster, view),
                figures(cluster, view.figures()),
                revisions(cluster, view),
                contracts(cluster, view));
    }

    private @Nullable String milestones(String cluster, ClusterView view, Told told) {
        SortedMap<String, MilestoneView> expected = new TreeMap<>(view.unforecast());
        if (told != Told.NONE) {
            view.milestones().forEach((id, m) -> expected.put(id, isTold(m.count() != null, told) ? m : unforecast(m)));
        }
        SortedMap<String, MilestoneView> found = new TreeMap<>();
        SortedMap<String, @Nullable Double> required = new TreeMap<>();
        under(ledger.milestones, cluster).forEach((key, m) -> {
            MilestoneView is = view(m);
            found.put(m.getMilestone(), isTold(is.count() != null, told) ? is : unforecast(is));
            if (told != Told.NONE
                    && m.getCount() != null
                    && m.getStatus().name().equals("PENDING")) {
                required.put(m.getMilestone(), m.getRequiredPerMonth());
            }
        });
        return first(
                near("milestones of " + cluster, expected, found),
                told == Told.NONE
                        ? null
                        : near("required of " + cluster, view.figures().requiredPerMonth(), required));
    }

    private static boolean isTold(boolean isCount, Told told) {
        return told == Told.ALL || told == Told.COUNTS && isCount;
    }

    private static MilestoneView unforecast(MilestoneView m) {
        return new MilestoneView(
                m.status(),
                m.baseline(),
                m.due(),
                m.undated(),
                m.achievedOn(),
                m.progress(),
                m.count(),
                m.slips(),
                m.slipDays(),
                m.owner(),
                null,
                null,
                null);
    }

    private @Nullable String evidence(String cluster, ClusterView view) {
        SortedMap<String, EvidenceView> found = new TreeMap<>();
        under(ledger.milestones, cluster).forEach((key, m) -> {
            if (m.getProbability() != null) {
                found.put(
                        m.getMilestone(),
                        new EvidenceView(
                                m.getKeptAtLead(),
                                m.getEndedAtLead(),
                                m.getSupplierKeptAtLead(),
                                m.getSupplierEndedAtLead(),
                                m.getNamed(),
                                m.getExpected(),
                                m.getUnnamedExpected(),
                                m.getObservedDays(),
                                m.getObservedGoLives()));
            }
        });
        return near("evidence of " + cluster, view.evidence(), found);
    }

    private @Nullable String forecasts(String cluster, ClusterView view) {
        SortedMap<String, ForecastView> found = new TreeMap<>();
        under(ledger.forecasts, cluster)
                .forEach((key, f) -> found.put(
                        key.substring(cluster.length() + 1),
                        new ForecastView(
                                f.getMilestone(),
                                f.getDue(),
                                f.getLead(),
                                f.getOwner(),
                                f.getDay(),
                                f.getScore(),
                                switch (f.getOutcome()) {
                                    case MET -> Outcome.KEPT;
                                    case NOT_MET -> Outcome.NOT_KEPT;
                                    case VOID -> Outcome.VOID;
                                    case OPEN, UNKNOWN -> Outcome.OPEN;
                                })));
        return difference("forecasts of " + cluster, view.forecasts(), found);
    }

    private @Nullable String records(String cluster, ClusterView view) {
        SortedMap<String, SupplierRecordView> found = new TreeMap<>();
        under(ledger.supplierRecords, cluster)
                .values()
                .forEach(record -> found.put(
                        record.getSupplier(),
                        new SupplierRecordView(
                                record.getPromisesKept(),
                                record.getPromisesBroken(),
                                record.getPromisesWithdrawn(),
                                record.getPromisesStanding(),
                                new TreeMap<>(
                                        Map.of(30, lead(record, 30), 90, lead(record, 90), 180, lead(record, 180))))));
        return near("supplier records of " + cluster, view.supplierRecords(), found);
    }

    private static LeadView lead(SupplierRecord record, int lead) {
        return new LeadView(
                (int) record.get("stoodAt" + lead),
                (int) record.get("keptAt" + lead),
                (int) record.get("forecasts" + lead),
                (int) record.get("forecastsKept" + lead),
                (long) record.get("squares" + lead),
                (Double) record.get("brier" + lead),
                (Double) record.get("brierOfPromise" + lead));
    }

    private static MilestoneView view(MilestoneState m) {
        return new MilestoneView(
                m.getStatus().name(),
                m.getBaseline(),
                m.getDue(),
                m.getUndated(),
                m.getAchievedOn(),
                m.getProgress(),
                m.getCount(),
                m.getSlips(),
                m.getSlipDays(),
                m.getOwner(),
                m.getProbability(),
                m.getP50(),
                m.getP85());
    }

    private @Nullable String openAlerts(String cluster, ClusterView view) {
        SortedMap<String, OpenAlert> found = new TreeMap<>();
        for (Alert alert : under(ledger.alerts, cluster).values()) {
            if (alert.getState() == AlertState.OPEN) {
                found.put(alert.getAlertId(), new OpenAlert(alert.getEpisode(), alert.getStartsAt()));
            }
        }
        ClusterStatus status = Objects.requireNonNull(ledger.clusters.get(cluster));
        return first(
                difference("open alerts of " + cluster, view.openAlerts(), found),
                difference("open count", found.size(), status.getOpenCritical() + status.getOpenWarning()));
    }

    private @Nullable String rates(String cluster, ClusterView view) {
        SortedMap<String, DeliveryRate> found = under(ledger.rates, cluster);
        Map<String, CumulativeRate> sums = CumulativeRate.of(found).stream()
                .collect(Collectors.toMap(month -> month.rate().getMonth(), month -> month));
        int rows = 0;
        for (Map.Entry<YearMonth, MonthView> wanted : view.rates().entrySet()) {
            String key = cluster + "/" + wanted.getKey();
            MonthView month = wanted.getValue();
            rows += 1
                    + month.goLivesBySupplier().size()
                    + month.goLivesByRelease().size();
            String difference = first(
                    difference(
                            key,
                            numbers(month),
                            numbers(sums.get(wanted.getKey().toString()))),
                    parts(key + "/supplier/", month.goLivesBySupplier(), found),
                    parts(key + "/release/", month.goLivesByRelease(), found));
            if (difference != null) {
                return difference;
            }
        }
        return difference("rows of rates of " + cluster, rows, found.size());
    }

    private static @Nullable String parts(
            String path, SortedMap<String, Integer> wanted, SortedMap<String, DeliveryRate> found) {
        for (Map.Entry<String, Integer> part : wanted.entrySet()) {
            DeliveryRate rate = found.get(path + part.getKey());
            if (rate == null || rate.getGoLives() != part.getValue()) {
                return difference(path + part.getKey(), part.getValue(), rate);
            }
        }
        return null;
    }

    private static List<Integer> numbers(MonthView month) {
        return List.of(
                month.goLives(),
                month.planned(),
                month.due(),
                month.cumulativeGoLives(),
                month.cumulativePlanned(),
                month.cumulativeDue());
    }

    private static @Nullable List<@Nullable Integer> numbers(@Nullable CumulativeRate month) {
        return month == null
                ? null
                : Arrays.asList(
                        month.rate().getGoLives(),
                        month.rate().getPlanned(),
                        month.rate().getDue(),
                        month.goLives(),
                        month.planned(),
                        month.due());
    }

    private @Nullable String figures(String cluster, FiguresView figures) {
        ClusterStatus status = Objects.requireNonNull(ledger.clusters.get(cluster));
        EarnedSchedule schedule = figures.earnedSchedule();
        SortedMap<String, @Nullable Double> hitRates = new TreeMap<>();
        under(ledger.suppliers, cluster).values().stream()
                .filter(supplier -> supplier.getAccepted() > 0)
                .forEach(supplier -> hitRates.put(supplier.getSupplier(), supplier.getHitRate()));
        return first(
                difference("today of " + cluster, figures.today(), status.getToday()),
                difference("observedFrom of " + cluster, figures.observedFrom(), status.getObservedFrom()),
                near("rate 90", figures.ratePerMonth90(), status.getRatePerMonth90()),
                near("rate 365", figures.ratePerMonth365(), status.getRatePerMonth365()),
                near("ES", schedule == null ? null : schedule.earnedSchedule(), status.getEarnedSchedule()),
                near("spiT", schedule == null ? null : schedule.spiT(), status.getSpiT()),
                near(
                        "variance",
                        schedule == null ? null : schedule.scheduleVarianceMonths(),
                        status.getScheduleVarianceMonths()),
                near(
                        "estimate",
                        schedule == null ? null : schedule.estimatedDurationMonths(),
                        status.getEstimatedDurationMonths()),
                near("hit rates of " + cluster, figures.hitRate(), hitRates));
    }

    private @Nullable String revisions(String cluster, ClusterView view) {
        SortedMap<String, List<RevisionView>> wanted = view.revisions();
        SortedMap<String, List<RevisionView>> found = new TreeMap<>();
        wanted.keySet().forEach(milestone -> found.put(milestone, new ArrayList<>()));
        under(ledger.revisions, cluster).values().stream()
                .map(r -> Map.entry(
                        r.getMilestone(),
                        new RevisionView(r.getReportedAt(), r.getDate(), r.getSupplier(), r.getEventId())))
                .forEach(r -> found.computeIfAbsent(r.getKey(), milestone -> new ArrayList<>())
                        .add(r.getValue()));
        found.values().forEach(revisions -> revisions.sort(IN_REPORT_ORDER));
        return difference("revisions of " + cluster, wanted, found);
    }

    private @Nullable String contracts(String cluster, ClusterView view) {
        SortedMap<String, ContractView> found = new TreeMap<>();
        under(ledger.contracts, cluster)
                .values()
                .forEach(c -> found.put(c.getContract(), new ContractView(c.getSignedOn(), c.getTerminatedOn())));
        return difference("contracts of " + cluster, view.contracts(), found);
    }

    private static <V> SortedMap<String, V> under(TreeMap<String, V> all, String cluster) {
        return all.subMap(cluster + "/", Table.endOf(cluster + "/"));
    }

    private static @Nullable String first(@Nullable String... differences) {
        for (String difference : differences) {
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String difference(String what, @Nullable Object wanted, @Nullable Object found) {
        return Objects.equals(wanted, found) ? null : what + "\n  model:  " + wanted + "\n  ledger: " + found;
    }

    /** As {@link #difference}, but fractions may differ in their last digits. */
    private static @Nullable String near(String what, @Nullable Object wanted, @Nullable Object found) {
        return Objects.equals(wanted, found) || Near.isSame(String.valueOf(wanted), String.valueOf(found))
                ? null
                : what + "\n  model:  " + wanted + "\n  ledger: " + found;
    }
}
