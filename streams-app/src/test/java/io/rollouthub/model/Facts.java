package io.rollouthub.model;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.ReleaseDelivered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** §4, §5: all facts of a cluster, computed anew from the set of its accepted events. */
final class Facts {
    private final CivilTime time;
    private final SortedMap<String, Plan> plans = new TreeMap<>();
    private final SortedMap<String, ContractView> contracts = new TreeMap<>();
    private final SortedMap<String, List<Report>> histories = new TreeMap<>();
    private final SortedMap<String, PromiseHistory> promises = new TreeMap<>();
    private final List<SiteFact> sites = new ArrayList<>();
    private final List<GoLive> goLives = new ArrayList<>();
    private final SortedMap<String, Milestone> milestones = new TreeMap<>();
    private final SortedMap<String, Instant> lastAcceptedAt = new TreeMap<>();
    private final Instant firstReportedAt;

    Facts(CivilTime time, List<Report> accepted) {
        this.time = time;
        Map<FactKey, List<Report>> byKey = new LinkedHashMap<>();
        for (Report report : accepted) {
            byKey.computeIfAbsent(report.key(), key -> new ArrayList<>()).add(report);
            lastAcceptedAt.merge(report.supplier(), report.acceptedAt(), (a, b) -> a.isAfter(b) ? a : b);
        }
        byKey.forEach((key, history) -> fold(key, History.folded(history)));
        plans.forEach(this::addMilestone);
        sites.sort(Comparator.comparing(SiteFact::id));
        firstReportedAt =
                Collections.min(accepted.stream().map(Report::reportedAt).toList());
    }

    private void fold(FactKey key, List<Report> history) {
        histories.put(key.id(), history);
        switch (key.kind()) {
            case GO_LIVE -> {
                Plan plan = Fold.goLive(history);
                plans.put(key.id(), plan);
                promises.put(key.id(), PromiseFold.goLive(time, history));
                if (history.isEmpty()) {
                    return;
                }
                GoLiveEvent any = (GoLiveEvent) history.get(0).event();
                LocalDate reportedFirst = time.dateAt(history.get(0).reportedAt());
                sites.add(new SiteFact(key.id(), any.getProduct(), any.getRelease(), plan, reportedFirst));
                if (plan.live != null && plan.liveBy != null) {
                    goLives.add(new GoLive(
                            any.getProduct(), any.getRelease(), plan.live, plan.liveBy, plan.baseline != null));
                }
            }
            case RELEASE -> {
                plans.put(key.id(), Fold.release(history));
                promises.put(key.id(), PromiseFold.release(time, history));
            }
            case COMMITMENT -> plans.put(key.id(), Fold.commitment(history));
            case CONTRACT -> {
                if (!history.isEmpty()) {
                    contracts.put(key.id(), Fold.contract(history));
                }
            }
        }
    }

    /** §4: a milestone exists exactly while its fold has a due date. */
    private void addMilestone(String id, Plan plan) {
        if (plan.due == null || plan.baseline == null || plan.owner == null) {
            return;
        }
        GoLiveCount count = plan.target instanceof GoLiveCount target ? target : null;
        Milestone milestone = new Milestone(
                id,
                plan,
                plan.baseline,
                plan.due,
                time.endOf(plan.due),
                plan.owner,
                achievedOn(plan),
                count,
                count == null ? 0 : matching(count).size(),
                plan.committedAt == null ? null : time.dateAt(plan.committedAt),
                plan.slips(),
                plan.slipDays());
        milestones.put(id, milestone);
    }

    /** §5: the site's live date, the release's delivered date, the MET date if any, else by the target. */
    private @Nullable LocalDate achievedOn(Plan plan) {
        if (plan.live != null) {
            return plan.live;
        } else if (plan.target instanceof ReleaseDelivered target) {
            Plan release = plans.get(
                    FactKey.release(target.getProduct(), target.getRelease()).id());
            return release == null ? null : release.live;
        } else if (plan.target instanceof ContractSigned target) {
            ContractView contract = contracts.get(target.getContract());
            return contract == null ? null : contract.signed(); // a later termination does not undo it
        } else if (plan.target instanceof GoLiveCount target) {
            List<LocalDate> dates = matching(target);
            return dates.size() < target.getCount() ? null : dates.get(target.getCount() - 1);
        }
        return null;
    }

    /** §5: the live dates that match product and release, on or after since where given, ascending. */
    private List<LocalDate> matching(GoLiveCount target) {
        return goLives.stream()
                .filter(goLive -> goLive.matches(target))
                .map(GoLive::date)
                .filter(date -> target.getSince() == null || !date.isBefore(target.getSince()))
                .sorted()
                .toList();
    }

    /** The civil date of the cluster's earliest reportedAt. */
    LocalDate observedFrom() {
        return time.dateAt(firstReportedAt);
    }

    /** Every fold by milestone id, those without a due date too. */
    SortedMap<String, Plan> plans() {
        return plans;
    }

    SortedMap<String, Milestone> milestones() {
        return milestones;
    }

    SortedMap<String, ContractView> contracts() {
        return contracts;
    }

    /** What is folded, by id. */
    SortedMap<String, List<Report>> histories() {
        return histories;
    }

    /** The fold of a fact that any report is about. */
    Plan plan(String id) {
        return Objects.requireNonNull(plans.get(id));
    }

    /** §9.1: the promises of every site and release, by its milestone's id. */
    SortedMap<String, PromiseHistory> promises() {
        return promises;
    }

    /** Every site fact of which any report is folded, by id. */
    List<SiteFact> sites() {
        return sites;
    }

    List<GoLive> goLives() {
        return goLives;
    }

    /** §7: by supplier, the latest acceptedAt of its accepted events here. */
    SortedMap<String, Instant> lastAcceptedAt() {
        return lastAcceptedAt;
    }
}
