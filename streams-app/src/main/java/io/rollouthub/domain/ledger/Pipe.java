package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.ledger.Timers.Due;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of one entry through the ledger. A report is accepted, repeated or rejected. Each step (an accepted report, the
 * timers of one instant of a cluster, new thresholds) touches milestones and suppliers; those are assessed afresh, and
 * judged. What has moved in figures is noted in the books.
 */
record Pipe(Phases phases, Books books) {
    /** A report is first a tick of its own, which moves its cluster alone. */
    List<Result> report(ReportEntry entry) {
        List<Result> results = new ArrayList<>();
        ClusterBook book = books.touch(entry.key());
        Instant to = entry.acceptedAt();
        Timers timers = phases.timers();
        for (Due due = timers.next(book.cluster, to); due != null; due = timers.next(book.cluster, to)) {
            results.addAll(fire(due));
        }
        book.reach(to);
        results.addAll(accept(book, entry));
        return results;
    }

    /** Time has come to an instant: what is due by then is fired in order of time, and of the clusters' names. */
    List<Result> tick(Instant to) {
        List<Result> results = new ArrayList<>();
        Timers timers = phases.timers();
        for (Due due = timers.next(to); due != null; due = timers.next(to)) {
            results.addAll(fire(due));
        }
        return results;
    }

    /** New thresholds are in force. */
    List<Result> thresholds(Thresholds before) {
        List<Result> results = new ArrayList<>();
        for (ClusterBook book : books.all()) {
            results.addAll(settle(phases.touch().byThresholds(books.touch(book.cluster), before)));
        }
        return results;
    }

    private List<Result> fire(Due due) {
        ClusterBook book = books.touch(due.cluster());
        book.reach(due.at());
        return settle(phases.touch().byTimers(book, phases.timers().take(due)));
    }

    private List<Result> accept(ClusterBook book, ReportEntry entry) {
        ReportedEvent report = entry.report();
        History before = phases.histories().of(report.key());
        Verdict verdict = phases.histories().judge(report, before);
        switch (verdict) {
            case ACCEPTED -> {
                Accepted accepted = new Accepted(report, entry.acceptedAt(), before, before.with(report));
                phases.histories().keep(report, entry.toRecord(), accepted.after());
                List<Result> results = new ArrayList<>(accepted.results());
                results.addAll(settle(phases.touch().byReport(book, accepted)));
                return results;
            }
            case REPEATED -> {
                book.dropped(true);
                return List.of();
            }
            case DUPLICATE_ID, TOO_MANY_REVISIONS -> {
                book.dropped(false);
                return List.of(new Result.Rejection(entry, verdict));
            }
        }
        throw new IllegalStateException("no verdict: " + verdict);
    }

    /** Assesses and judges what a step touches: alerts, in the order in which they are told. */
    List<Result> settle(Step touched) {
        List<Case> assessed = phases.assess().of(touched);
        if (touched.isReview()) {
            phases.record().keep(touched.book());
        }
        return phases.judge().of(touched, assessed);
    }
}
