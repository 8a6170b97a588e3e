package io.rollouthub.domain.ledger;

import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cluster at its clock: all that it touches is assessed afresh and judged once.
 *
 * @param report the accepted event that this step is; null for timers and new thresholds
 * @param isReview whether this is a daily review, by which alone MILESTONE_AT_RISK opens and recovers
 * @param milestones touched, by id
 * @param suppliers touched
 */
record Step(
        ClusterBook book,
        @Nullable ReportedEvent report,
        boolean isReview,
        SortedSet<String> milestones,
        SortedSet<String> suppliers) {

    Step(ClusterBook book, @Nullable ReportedEvent report, boolean isReview) {
        this(book, report, isReview, new TreeSet<>(), new TreeSet<>());
    }

    Instant now() {
        return book.clock();
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
