package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** One cluster: the set of its accepted events, its clock and its alerts. All else is computed from these. */
final class ClusterModel {

    /** §3: what becomes of an event in the ledger. */
    enum Verdict {
        ACCEPTED,
        REPEATED,
        DUPLICATE_ID,
        TOO_MANY_REVISIONS,
        NOT_OWNER,
        TOO_MANY_FACTS
    }

    private static final int MOST_REPORTS_FOR_ONE_KEY = 1_000;

    private final CivilTime time;
    private final Alerts alerts;
    private final HubRecord record = new HubRecord();
    private final List<Report> accepted = new ArrayList<>();
    private Thresholds thresholds;
    private Instant clock;

    private @Nullable Facts facts; // of the accepted events, until another is accepted
    private @Nullable ClusterView view; // until the next step or tick

    /** The clock is the highest tick in the journal so far, or the first event's acceptedAt. */
    ClusterModel(String name, CivilTime time, Thresholds thresholds, Instant clock) {
        this.time = time;
        this.alerts = new Alerts(name);
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** §7: fires all timers due at or before t and after the clock so far, each judged as of its own instant. */
    List<TransitionView> tick(Instant t) {
        List<TransitionView> transitions = new ArrayList<>();
        if (!t.isAfter(clock)) {
            return transitions; // §1: a tick at or before it is ignored
        }
        if (!accepted.isEmpty()) {
            SortedSet<Instant> reviews = time.midnights(clock, t);
            for (Instant timer : Timers.due(facts(), time, thresholds, clock, t)) {
                clock = timer;
                transitions.addAll(reviews.contains(timer) ? review() : judge(null));
            }
        }
        clock = t;
        view = null;
        return transitions;
    }

    /** §3, §4: whether an event joins the set; the first to arrive stays. */
    Verdict receive(Report report, Rights rights) {
        for (Report known : accepted) {
            if (known.sameIdAs(report)) {
                return known.sameContentAs(report) ? Verdict.REPEATED : Verdict.DUPLICATE_ID;
            }
        }
        List<Report> same = accepted.stream()
                .filter(known -> known.key().equals(report.key()))
                .toList();
        if (same.size() >= MOST_REPORTS_FOR_ONE_KEY) {
            return Verdict.TOO_MANY_REVISIONS;
        }
        if (!same.isEmpty()
                && report.key().kind() == FactKey.Kind.COMMITMENT
                && !rights.mayReport(report.supplier(), same.get(0).supplier())) {
            return Verdict.NOT_OWNER;
        }
        if (same.isEmpty() && !rights.mayOpen(opened(report.supplier()))) {
            return Verdict.TOO_MANY_FACTS;
        }
        accepted.add(report);
        facts = null;
        view = null;
        return Verdict.ACCEPTED;
    }

    /** §3: how many keys a supplier has opened, in the journal's order, in which the accepted events are kept. */
    private int opened(String supplier) {
        Map<FactKey, String> openers = new HashMap<>();
        accepted.forEach(report -> openers.putIfAbsent(report.key(), report.supplier()));
        return Collections.frequency(openers.values(), supplier);
    }

    /** §7: a changed threshold is judged at once as a step of its own, at the clock. */
    List<TransitionView> change(Thresholds changed) {
        thresholds = changed;
        view = null;
        return judge(null);
    }

    /** §7: judges all conditions at the clock, as one step stamped with it. */
    List<TransitionView> judge(@Nullable String reporter) {
        return judge(Moment.of(facts(), time, clock), false, reporter);
    }

    /** §7, §9.8: a daily review judges MILESTONE_AT_RISK as well, and keeps what is forecast. */
    private List<TransitionView> review() {
        Moment moment = Moment.of(facts(), time, clock);
        record.review(moment);
        return judge(moment, true, null);
    }

    private List<TransitionView> judge(Moment moment, boolean review, @Nullable String reporter) {
        AtRisk atRisk = new AtRisk(moment, thresholds, review, alerts.open(AlertKind.MILESTONE_AT_RISK));
        return alerts.judge(moment, Conditions.at(atRisk), reporter);
    }

    /** The cluster as it stands. */
    ClusterView view() {
        if (view == null) {
            view = new ClusterView(Moment.of(facts(), time, clock), alerts.open(), record);
        }
        return view;
    }

    private Facts facts() {
        if (facts == null) {
            facts = new Facts(time, accepted);
        }
        return facts;
    }
}
