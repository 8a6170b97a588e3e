package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.fact.History;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The way of one entry through the ledger. A report is accepted, repeated or rejected. Each step (an accepted report, the
 * timers of one instant of a cluster, new thresholds) touches milestones and suppliers; those are assessed afresh, and
 * judged. Behind the last step figures are made of all that has moved.
 */
final class Pipe {
    private final Phases phases;
    private final Books books;
    private final List<Result> results = new ArrayList<>();

    private record Due(Instant at, String cluster) {}

    Pipe(Phases phases, Books books) {
        this.phases = phases;
        this.books = books;
    }

    /** A report is first a tick of its own, which moves its cluster alone. */
    List<Result> report(ReportEntry entry) {
        ClusterBook book = books.of(entry.key());
        Instant to = entry.acceptedAt();
        for (List<Due> due = due(book.cluster, to); !due.isEmpty(); due = due(book.cluster, to)) {
            fire(due.get(0));
        }
        book.reach(to);
        accept(book, entry);
        return figures();
    }

    /** Time has come to an instant: what is due by then is fired in order of time, and of the clusters' names. */
    List<Result> tick(Instant to) {
        PriorityQueue<Due> queue =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::cluster));
        books.clusters().forEach(cluster -> queue.addAll(due(cluster, to)));
        for (Due due = queue.poll(); due != null; due = queue.poll()) {
            fire(due);
            queue.addAll(due(due.cluster(), to));
        }
        books.open().forEach(book -> book.reach(to)); // the others follow the tick when they are opened
        return figures();
    }

    /** New thresholds are in force. */
    List<Result> thresholds(Thresholds before) {
        for (String cluster : books.clusters()) {
            settle(phases.touch().byThresholds(books.of(cluster), before));
        }
        return figures();
    }

    /** The next instant at which something is due in a cluster, if there is one by then. */
    private List<Due> due(String cluster, Instant upTo) {
        Instant first = phases.timers().firstDue(cluster, upTo);
        return first == null ? List.of() : List.of(new Due(first, cluster));
    }

    private void fire(Due due) {
        ClusterBook book = books.of(due.cluster());
        book.reach(due.at());
        settle(phases.touch().byTimers(book, phases.timers().takeDue(book.cluster, due.at())));
    }

    private void accept(ClusterBook book, ReportEntry entry) {
        ReportedEvent report = entry.report();
        History before = phases.histories().of(report.key());
        Verdict verdict = phases.histories().judge(report, before);
        switch (verdict) {
            case ACCEPTED -> {
                phases.histories().keep(report, entry.toRecord());
                Accepted accepted = new Accepted(report, entry.acceptedAt(), before, before.with(report));
                results.addAll(accepted.results());
                settle(phases.touch().byReport(book, accepted));
            }
            case REPEATED -> book.duplicates++;
            case DUPLICATE_ID, TOO_MANY_REVISIONS -> {
                book.refused++;
                results.add(new Result.Rejection(entry, verdict));
            }
        }
    }

    /** Every figure is worked out afresh as of the clock; nothing is judged. */
    List<Result> afresh() {
        for (String cluster : books.clusters()) {
            books.of(cluster).figures.all();
        }
        return figures();
    }

    /** What reports have made stale in a cluster is worked out. */
    List<Result> gathered(String cluster) {
        return phases.close().gathered(books.of(cluster));
    }

    private void settle(Step touched) {
        List<Case> assessed = phases.assess().of(touched);
        if (touched.isReview()) {
            phases.record().keep(touched.book());
        }
        results.addAll(phases.judge().of(touched, assessed));
    }

    private List<Result> figures() {
        results.addAll(phases.close().of(books.open()));
        return results;
    }
}
