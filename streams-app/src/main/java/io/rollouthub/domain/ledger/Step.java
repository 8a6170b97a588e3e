package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.alert.MilestoneAlerts.Case;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Report;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.store.Content;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cluster at its clock: an event, the timers of one instant, or new thresholds. Everything it touches is
 * assessed afresh, judged once, and the transitions are published in order of alertId.
 */
final class Step {
    private final Parts parts;
    private final Session session;
    private final ClusterBook book;
    private final Instant now;
    private final @Nullable Report report;
    private final SortedSet<String> milestones = new TreeSet<>();
    private final SortedSet<String> suppliers = new TreeSet<>();
    private final SortedMap<String, Change> changes = new TreeMap<>();

    /**
     * @param report the accepted event that this step is, or null
     */
    Step(Parts parts, Session session, String cluster, @Nullable Report report) {
        this.parts = parts;
        this.session = session;
        this.book = session.cluster(cluster);
        this.now = book.clock;
        this.report = report;
    }

    void touchMilestone(String milestone) {
        milestones.add(milestone);
    }

    void touchMilestones(Collection<String> touched) {
        milestones.addAll(touched);
    }

    void touchSupplier(String supplier) {
        suppliers.add(supplier);
    }

    /** Assesses and judges all that was touched, then publishes what changed. */
    void settle() {
        milestones.forEach(this::assess);
        suppliers.forEach(this::judgeSilence);
        changes.values().forEach(this::publish);
    }

    private void assess(String milestone) {
        String key = book.cluster + "/" + milestone;
        FactKey factKey = FactKey.ofMilestone(book.cluster, milestone);
        Fact fact = parts.histories().of(factKey).fold();
        MilestoneState before = parts.tables().milestones().get(key);
        MilestoneState after = parts.assessment()
                .assess(
                        factKey,
                        fact,
                        now,
                        session.rules().time(),
                        book.observedOn(session.rules().time()));
        boolean forecast = after != null && after.getProbability() != null; // its dates move with the day
        if (forecast || !Content.same(before, after, "at")) {
            keep(key, before, after);
        }
        parts.milestoneAlerts()
                .judge(
                        new Case(before, after, fact, now, report == null ? null : report.cause()),
                        session.rules().thresholds(),
                        session.rules().time())
                .forEach(change -> changes.put(change.after().getAlertId(), change));
    }

    private void keep(String key, @Nullable MilestoneState before, @Nullable MilestoneState after) {
        if (before != null) {
            count(before, -1);
            follow(before, false);
        }
        if (after == null) {
            parts.tables().milestones().remove(key);
        } else {
            parts.tables().milestones().put(key, after);
            count(after, 1);
            follow(after, true);
        }
        session.changed(key);
    }

    private void count(MilestoneState milestone, int by) {
        book.milestones.add(milestone.getStatus(), by);
        session.supplier(book.cluster, milestone.getOwner()).milestones.add(milestone.getStatus(), by);
        touchSupplier(milestone.getOwner());
    }

    /** Sets or clears what will have to be looked at without an event: the due date and, for counts, daily reviews. */
    private void follow(MilestoneState milestone, boolean on) {
        if (milestone.getStatus() != Status.PENDING) {
            return;
        }
        Timer due = new Timer(session.rules().time().endOf(milestone.getDue()), Kind.DUE, milestone.getMilestone());
        if (on) {
            parts.timers().set(book.cluster, due);
        } else {
            parts.timers().clear(book.cluster, due);
        }
        if (milestone.getTargetKind() == TargetKind.GO_LIVE_COUNT) {
            parts.commitments().setReviewed(book.cluster, milestone.getMilestone(), on);
        }
    }

    private void judgeSilence(String supplier) {
        SupplierStatus status = session.supplier(book.cluster, supplier).status();
        Change change = parts.silenceAlert()
                .judge(
                        status,
                        session.rules().thresholds().getSilentAfterDays(),
                        now,
                        report == null ? null : report.supplier(),
                        report == null ? null : report.cause());
        if (change != null) {
            changes.put(change.after().getAlertId(), change);
        }
    }

    /** Moves a supplier's timer from where it was. */
    void follow(String supplier, SupplierStatus before, int silentAfterBefore) {
        setSilence(supplier, before, silentAfterBefore, false);
        SupplierStatus after = session.supplier(book.cluster, supplier).status();
        setSilence(supplier, after, session.rules().thresholds().getSilentAfterDays(), true);
        touchSupplier(supplier);
    }

    private void setSilence(String supplier, SupplierStatus status, int silentAfterDays, boolean on) {
        Instant silentFrom = SilenceAlert.silentFrom(status, silentAfterDays);
        if (silentFrom != null && silentFrom.isAfter(now)) {
            Timer timer = new Timer(silentFrom, Kind.SILENT, supplier);
            if (on) {
                parts.timers().set(book.cluster, timer);
            } else {
                parts.timers().clear(book.cluster, timer);
            }
        }
    }

    private void publish(Change change) {
        Alert alert = change.after();
        AlertState was =
                change.before() == null ? AlertState.RESOLVED : change.before().getState();
        if (was != alert.getState()) {
            book.countOpen(alert.getSeverity(), alert.getState());
        }
        parts.outbox().alert(alert);
        if (change.isTransition()) {
            parts.outbox().transition(Transitions.of(alert));
        }
    }
}
