package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Report;
import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.rate.Months.Figures;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies a report to the facts and finds all that it may move. */
final class Reports {
    private final Parts parts;

    Reports(Parts parts) {
        this.parts = parts;
    }

    /** Applies a report whose cluster's clock has been moved to it already. */
    void apply(Report report, JournalEntry entry, Session session) {
        ClusterBook book = session.cluster(report.cluster());
        History before = parts.histories().of(report.key());
        Verdict verdict = parts.histories().judge(report, before);
        switch (verdict) {
            case ACCEPTED -> accept(report, entry, before, session);
            case REPEATED -> book.duplicates++;
            case DUPLICATE_ID, TOO_MANY_REVISIONS -> {
                book.refused++;
                parts.outbox().refuse(entry, verdict);
            }
        }
    }

    private void accept(Report report, JournalEntry entry, History before, Session session) {
        ClusterBook book = session.cluster(report.cluster());
        parts.histories().keep(report, entry);
        Step step = new Step(parts, session, report.cluster(), report);
        if (book.accepted++ == 0) {
            scheduleReview(report.cluster(), book.clock, session);
        }
        if (book.observedFrom == null || report.reportedAt().isBefore(book.observedFrom)) {
            book.observedFrom = report.reportedAt();
            step.touchMilestones(parts.commitments().reviewed(report.cluster()));
        }
        hear(report, entry.getAcceptedAt(), session, step);
        History after = before.with(report);
        switch (report.key().kind()) {
            case GO_LIVE -> moveGoLive((GoLiveEvent) report.event(), before.fold(), after.fold(), session, step);
            case RELEASE -> {
                ReleaseEvent release = (ReleaseEvent) report.event();
                step.touchMilestones(parts.commitments()
                        .waitingForRelease(report.cluster(), release.getProduct(), release.getRelease()));
            }
            case COMMITMENT -> moveCommitment(report.key(), before.fold(), after.fold());
            case CONTRACT -> {
                step.touchMilestones(parts.commitments()
                        .waitingForContract(report.cluster(), report.key().id()));
                parts.outbox().contract(report.cluster() + "/" + report.key().id(), after.foldContract());
            }
        }
        if (report.key().kind() != EventKind.CONTRACT) {
            PlanRevisions.publish(before, after, parts.outbox());
            step.touchMilestone(report.key().milestone());
        }
        step.settle();
    }

    /** The supplier is not silent now. */
    private void hear(Report report, Instant acceptedAt, Session session, Step step) {
        SupplierBook supplier = session.supplier(report.cluster(), report.supplier());
        SupplierStatus before = supplier.status();
        supplier.accept(report.eventId(), acceptedAt);
        step.follow(report.supplier(), before, session.rules().thresholds().getSilentAfterDays());
    }

    /** Moves a site's go-live and plan in the figures, and touches the commitments that count it. */
    private void moveGoLive(GoLiveEvent event, Fact before, Fact after, Session session, Step step) {
        String cluster = event.getCluster();
        GoLive was = GoLive.of(before, event);
        GoLive is = GoLive.of(after, event);
        if (!Objects.equals(was, is)) {
            if (was != null) {
                session.adjust(cluster, was, -1);
            }
            if (is != null) {
                session.adjust(cluster, is, 1);
            }
            step.touchMilestones(parts.commitments().countingGoLives(cluster, event.getProduct(), event.getRelease()));
        }
        ClusterBook book = session.cluster(cluster);
        plan(book, before, -1);
        plan(book, after, 1);
    }

    private static void plan(ClusterBook book, Fact fact, int by) {
        if (fact.baseline() == null || fact.due() == null) {
            return;
        }
        if (!fact.withdrawn()) {
            book.months.add(YearMonth.from(fact.baseline()), new Figures(0, by, 0));
            book.months.add(YearMonth.from(fact.due()), new Figures(0, 0, by));
        }
        if (fact.achieved() != null) {
            book.earned += by;
        }
    }

    private void moveCommitment(FactKey key, Fact before, Fact after) {
        parts.commitments().remove(key.cluster(), key.id(), targetOf(before));
        parts.commitments().add(key.cluster(), key.id(), targetOf(after));
    }

    private static @Nullable Object targetOf(Fact fact) {
        return fact.due() == null ? null : fact.target();
    }

    /** Sets the timer of the day that begins next. */
    void scheduleReview(String cluster, Instant after, Session session) {
        Instant midnight = session.rules().time().midnightAfter(after);
        parts.timers().set(cluster, new Timer(midnight, Kind.REVIEW, cluster));
    }
}
