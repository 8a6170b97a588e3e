package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Report;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Programme;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one partition of the journal: a deterministic state machine. It knows no time but the journal's.
 *
 * <p>The same entries in the same order give the same calls of the outbox in the same order. For one thread.
 */
public final class Ledger {
    private static final String ONLY = "only"; // the key in tables that hold one value
    private static final String BEHIND_ALL = "~"; // no identifier has a tilde, nor anything behind it

    private final Parts parts;
    private final Reports reports;

    private record Due(Instant at, String cluster) {}

    public Ledger(Tables tables, Outbox outbox) {
        this.parts = Parts.of(tables, outbox);
        this.reports = new Reports(parts);
    }

    /**
     * Applies the next entry of the journal.
     *
     * @throws IllegalStateException if a fact or tick comes before any programme
     */
    public void apply(JournalEntry entry) {
        if (entry.getEntry() instanceof Programme programme) {
            adopt(programme);
            return;
        }
        Programme programme = programme();
        if (programme == null) {
            throw new IllegalStateException("the journal starts without a programme");
        }
        Session session = new Session(parts, Rules.of(programme), tick());
        Report report = Report.of(entry.getEntry());
        if (report == null) {
            tick(entry.getAcceptedAt(), session);
        } else {
            advance(report.cluster(), entry.getAcceptedAt(), session);
            reports.apply(report, entry, session);
        }
        session.close();
    }

    /** The programme in force; null before the journal's first. */
    public @Nullable Programme programme() {
        return parts.tables().programme().get(ONLY);
    }

    /** The highest tick so far. */
    private Instant tick() {
        String tick = parts.tables().tick().get(ONLY);
        return tick == null ? Instant.EPOCH : Instant.parse(tick);
    }

    private void tick(Instant to, Session session) {
        if (!to.isAfter(tick())) {
            return;
        }
        PriorityQueue<Due> queue =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::cluster));
        clusters().forEach(cluster -> queue.addAll(firstDue(cluster, to)));
        for (Due due = queue.poll(); due != null; due = queue.poll()) {
            fire(due, session);
            queue.addAll(firstDue(due.cluster(), to));
        }
        session.reach(to);
        parts.tables().tick().put(ONLY, to.toString());
    }

    /** An event's own tick: it moves its cluster alone. */
    private void advance(String cluster, Instant to, Session session) {
        for (List<Due> due = firstDue(cluster, to); !due.isEmpty(); due = firstDue(cluster, to)) {
            fire(due.get(0), session);
        }
        session.cluster(cluster).reach(to);
    }

    /** The next instant at which something is due in a cluster, if there is one by then. */
    private List<Due> firstDue(String cluster, Instant upTo) {
        Instant first = parts.timers().firstDue(cluster, upTo);
        return first == null ? List.of() : List.of(new Due(first, cluster));
    }

    private List<String> clusters() {
        return parts.tables().clusters().range("", BEHIND_ALL, Integer.MAX_VALUE).stream()
                .map(Entry::getKey)
                .toList();
    }

    private void fire(Due due, Session session) {
        String cluster = due.cluster();
        session.cluster(cluster).reach(due.at());
        Step step = new Step(parts, session, cluster, null);
        for (Timer timer : parts.timers().takeDue(cluster, due.at())) {
            switch (timer.kind()) {
                case DUE -> step.touchMilestone(timer.subject());
                case SILENT -> step.touchSupplier(timer.subject());
                case REVIEW -> {
                    step.touchMilestones(parts.commitments().reviewed(cluster));
                    reports.scheduleReview(cluster, due.at(), session);
                }
            }
        }
        step.settle();
    }

    /** A new programme: new thresholds are judged at once, another zone is refused. */
    private void adopt(Programme programme) {
        Programme before = programme();
        if (before != null && !before.getZone().equals(programme.getZone())) {
            return;
        }
        parts.tables().programme().put(ONLY, programme);
        if (before == null || before.getThresholds().equals(programme.getThresholds())) {
            return;
        }
        Session session = new Session(parts, Rules.of(programme), tick());
        for (String cluster : clusters()) {
            Step step = new Step(parts, session, cluster, null);
            String path = cluster + "/";
            parts.tables()
                    .milestones()
                    .under(path)
                    .forEach(m -> step.touchMilestone(m.getValue().getMilestone()));
            for (Entry<String, SupplierStatus> supplier :
                    parts.tables().suppliers().under(path)) {
                step.follow(
                        supplier.getValue().getSupplier(),
                        supplier.getValue(),
                        before.getThresholds().getSilentAfterDays());
            }
            step.settle();
        }
        session.close();
    }
}
