package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.forecast.Forecasts;
import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds all that a step may move, without a look at the rest; the indexes by which it is found follow the facts. */
final class Touch {
    private final Tables tables;
    private final Agenda agenda;
    private final CommitmentIndex commitments;
    private final GoLives goLives;
    private final Forecasts forecasts;

    Touch(Tables tables, Agenda agenda, CommitmentIndex commitments, GoLives goLives, Forecasts forecasts) {
        this.tables = tables;
        this.agenda = agenda;
        this.commitments = commitments;
        this.goLives = goLives;
        this.forecasts = forecasts;
    }

    /** What an accepted report may move. */
    Step byReport(ClusterBook book, Accepted accepted) {
        ReportedEvent report = accepted.report();
        Step step = new Step(book, report, false);
        if (book.accepted++ == 0) {
            agenda.review(book);
        }
        if (book.observedFrom == null || report.reportedAt().isBefore(book.observedFrom)) {
            book.observedFrom = report.reportedAt();
        }
        SupplierStatus heard = book.supplier(report.supplier()).status();
        book.supplier(report.supplier()).accept(report.eventId(), accepted.acceptedAt());
        String supplier = report.supplier();
        book.supplier(supplier)
                .replaceUnknown(accepted.after().replacesUnknown(supplier)
                        - accepted.before().replacesUnknown(supplier));
        agenda.moveSilence(book, heard, book.thresholds().getSilentAfterDays());
        step.suppliers().add(report.supplier());
        if (report.key().kind() == EventKind.GO_LIVE || report.key().kind() == EventKind.RELEASE) {
            forecasts.move(accepted.before(), accepted.after(), book.time());
        }
        book.figures.counts();
        if (report.key().kind() != EventKind.CONTRACT) {
            book.figures.own(report.key().milestone());
        }
        switch (report.key().kind()) {
            case GO_LIVE -> {
                moveGoLive(step, report.key(), accepted);
                step.milestones().add(report.key().milestone());
            }
            case RELEASE -> {
                step.milestones()
                        .addAll(commitments.waitingForRelease(
                                book.cluster,
                                report.key().product(),
                                report.key().release()));
                step.milestones().add(report.key().milestone());
            }
            case COMMITMENT -> {
                String milestone = report.key().milestone();
                commitments.remove(
                        book.cluster, milestone, targetOf(accepted.before().fold()));
                commitments.add(
                        book.cluster, milestone, targetOf(accepted.after().fold()));
                step.milestones().add(milestone);
            }
            case CONTRACT ->
                step.milestones()
                        .addAll(commitments.waitingForContract(
                                book.cluster, report.key().id()));
        }
        return step;
    }

    /** What the timers are set on that are due at a cluster's clock. */
    Step byTimers(ClusterBook book, List<Timer> due) {
        boolean isReview = due.stream().anyMatch(timer -> timer.kind() == Kind.REVIEW);
        Step step = new Step(book, null, isReview);
        for (Timer timer : due) {
            switch (timer.kind()) {
                case DUE -> step.milestones().add(timer.subject());
                case SILENT -> step.suppliers().add(timer.subject());
                case REVIEW -> {
                    step.milestones().addAll(commitments.reviewed(book.cluster));
                    agenda.review(book);
                    book.figures.reviewed();
                }
            }
        }
        return step;
    }

    /** Everything in a cluster: other thresholds are in force than before. */
    Step byThresholds(ClusterBook book, Thresholds before) {
        Step step = new Step(book, null, false);
        String path = book.cluster + "/";
        for (Entry<String, MilestoneState> milestone : tables.milestones().under(path)) {
            step.milestones().add(milestone.getValue().getMilestone());
        }
        for (Entry<String, SupplierStatus> supplier : tables.suppliers().under(path)) {
            agenda.moveSilence(book, supplier.getValue(), before.getSilentAfterDays());
            step.suppliers().add(supplier.getValue().getSupplier());
        }
        return step;
    }

    /** Moves a site's go-live and plan in the figures, and touches the commitments that count it. */
    private void moveGoLive(Step step, FactKey key, Accepted accepted) {
        ClusterBook book = step.book();
        Fact before = accepted.before().fold();
        Fact after = accepted.after().fold();
        GoLive was = GoLive.of(before, key);
        GoLive is = GoLive.of(after, key);
        if (!Objects.equals(was, is)) {
            if (was != null) {
                book.rates.count(goLives, was, -1);
            }
            if (is != null) {
                book.rates.count(goLives, is, 1);
            }
            step.milestones().addAll(commitments.countingGoLives(book.cluster, key.product(), key.release()));
        }
        book.rates.count(before, -1);
        book.rates.count(after, 1);
    }

    private static @Nullable CommitmentTarget targetOf(Fact fact) {
        return fact.due() == null ? null : fact.target();
    }
}
