package io.rollouthub.domain.ledger;

import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cluster at its clock: all that it touches is assessed afresh and judged once.
 *
 * @param what makes it
 * @param report the accepted event that this step is; null for all others
 * @param milestones touched, by id
 * @param suppliers touched
 * @param first what is told before the alerts
 */
record Step(
        ClusterBook book,
        What what,
        @Nullable ReportedEvent report,
        SortedSet<String> milestones,
        SortedSet<String> suppliers,
        List<Result> first) {

    /** What makes a step. */
    enum What {
        /** Timers that are due. */
        TIME,
        /** The same, and a day begins: a daily review, by which alone MILESTONE_AT_RISK opens and recovers. */
        REVIEW,
        /** An entry of the journal itself. */
        ENTRY,
        /** The same, begun by another ledger: its reports are kept, what it touches is not known exactly. */
        ENTRY_RESUMED,
        /** Numbers that have moved, and are told in rounds. */
        NUMBERS
    }

    Step(ClusterBook book, What what, @Nullable ReportedEvent report) {
        this(book, what, report, new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    }

    Instant now() {
        return book.clock();
    }

    boolean isReview() {
        return what == What.REVIEW;
    }

    /** Whether time alone makes it. */
    boolean isByTime() {
        return what == What.TIME || what == What.REVIEW;
    }

    /** The event as {@code supplier/eventId}. */
    @Nullable
    String cause() {
        return report == null ? null : report.cause();
    }

    /** The supplier that reported. */
    @Nullable
    String reporter() {
        return report == null ? null : report.supplier();
    }
}
