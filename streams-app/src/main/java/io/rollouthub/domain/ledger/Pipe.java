package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Histories.Admission;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.ledger.Step.What;
import io.rollouthub.domain.ledger.Timers.Due;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one entry through the ledger. A report is accepted, repeated or rejected. Each step (an accepted report, the
 * timers of one instant of a cluster, new thresholds) touches milestones and suppliers; those are assessed afresh, and
 * judged. What has moved in figures is noted in the books.
 */
record Pipe(Phases phases, Books books) {
    /** A report is first a tick of its own, which moves its cluster alone. */
    Steps report(ReportEntry entry) {
        String cluster = entry.key();
        books.touch(cluster);
        Iterator<ReportEntry> itself = List.of(entry).iterator();
        return new Steps() {
            @Override
            public @Nullable Step next() {
                Due due = phases.timers().next(cluster, entry.acceptedAt());
                return due != null ? fire(due) : itself.hasNext() ? accept(itself.next()) : null;
            }

            @Override
            public boolean canBePaused() {
                return itself.hasNext();
            }
        };
    }

    /** The same of a report that was accepted, but its step was not over: all that it may have touched. */
    Steps reportAgain(ReportEntry entry) {
        Iterator<ReportEntry> itself = List.of(entry).iterator();
        return new Steps() {
            @Override
            public @Nullable Step next() {
                return itself.hasNext()
                        ? phases.touch()
                                .byReportAgain(
                                        books.touch(entry.key()), itself.next().report())
                        : null;
            }

            @Override
            public boolean canBePaused() {
                return false;
            }
        };
    }

    /** Time has come to an instant: what is due by then is fired in order of time, and of the clusters' names. */
    Steps tick(Instant to) {
        return () -> {
            Due due = phases.timers().next(to);
            return due == null ? null : fire(due);
        };
    }

    /**
     * New thresholds are in force.
     *
     * @param from the first cluster that has not made its step
     */
    Steps thresholds(Thresholds before, String from) {
        Iterator<ClusterBook> left = books.from(from).iterator();
        return new Steps() {
            @Override
            public @Nullable Step next() {
                return left.hasNext() ? phases.touch().byThresholds(books.touch(left.next().cluster), before) : null;
            }

            @Override
            public boolean canBePaused() {
                return false;
            }
        };
    }

    private Step fire(Due due) {
        ClusterBook book = books.touch(due.cluster());
        book.reach(due.at());
        return phases.touch().byTimers(book, phases.timers().take(due));
    }

    private Step accept(ReportEntry entry) {
        ClusterBook book = books.touch(entry.key());
        book.reach(entry.acceptedAt());
        ReportedEvent report = entry.report();
        History before = phases.histories().of(report.key());
        Admission admission = phases.histories().judge(report, before);
        if (admission == Admission.ACCEPTED) {
            int opened = book.supplier(report.supplier()).opened();
            admission = book.rights().judge(report, before, phases.openers(), opened);
        }
        if (admission == Admission.ACCEPTED) {
            if (before.reports().isEmpty()) {
                book.supplier(report.supplier()).open();
            }
            phases.openers().add(report.supplier(), before);
            Accepted accepted = new Accepted(report, entry.acceptedAt(), before, before.with(report));
            phases.histories().keep(report, entry.toRecord(), accepted.after());
            Step step = phases.touch().byReport(book, accepted);
            step.first().add(0, new Result.Admitted(entry, false, before.lacksReplacedBy(report)));
            return step;
        }
        book.dropped(admission == Admission.REPEATED);
        book.settle();
        Step nothing = new Step(book, What.ENTRY, null);
        boolean replacesUnknown = before.lacksReplacedBy(report);
        nothing.first()
                .add(
                        admission == Admission.REPEATED
                                ? new Result.Admitted(entry, true, replacesUnknown)
                                : new Result.Rejection(
                                        entry, admission, why(admission, book, before), replacesUnknown));
        return nothing;
    }

    /** What is wrong in this report and how to mend it, as far as the reason does not say so already. */
    private String why(Admission admission, ClusterBook book, History before) {
        return switch (admission) {
            case NOT_OWNER -> {
                String opener = phases.openers().of(before);
                yield " It was opened by " + opener + "; add the supplier to suppliers." + opener
                        + ".may-be-reported-by of the programme if it may report on that one's commitments.";
            }
            case TOO_MANY_FACTS ->
                " It has opened " + book.rights().maxFacts()
                        + ", limits.max-facts of the programme; raise that if they are right.";
            case ACCEPTED, REPEATED, DUPLICATE_ID, TOO_MANY_REVISIONS -> "";
        };
    }

    /** Makes a step that is short at once. */
    void settle(Step step, List<Result> results) {
        new StepAtWork(phases, step, "").go(Budget.unlimited(), results);
    }
}
