package io.rollouthub.domain.forecast;

import io.rollouthub.report.EventKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something of which a cluster has so many, as far as forecasts go. Whole numbers all, so that the order of counting shows nowhere.
 */
sealed interface Counter {

    /**
     * Promises that a report ended (9.1).
     *
     * @param daysLate of a broken one whose thing is live: at least 1 (9.3); else 0
     * @param openSince the due date of a broken one whose thing is neither live nor withdrawn; else null
     */
    record Ended(
            String supplier,
            boolean kept,
            int from,
            int to,
            int daysLate,
            @Nullable LocalDate openSince) implements Counter {}

    /** Promises that ended with their thing (9.8). */
    record Withdrawn(String supplier) implements Counter {}

    /**
     * Sites and releases that have a due date and are neither live nor withdrawn.
     *
     * @param supplier whose promise stands, or stood until its date passed; without one the owner
     * @param made when that promise was made; null if none stands, however early it is
     */
    record Pending(
            EventKind kind,
            String product,
            String release,
            String supplier,
            LocalDate due,
            @Nullable LocalDate made) implements Counter {
        /** Whether a promise stands on a day. */
        boolean standsOn(LocalDate today) {
            return made != null && !due.isBefore(today);
        }
    }

    /** Sites by the first date planned, withdrawn ones included (9.5). */
    record Baseline(String product, String release, LocalDate date) implements Counter {}

    /**
     * Live sites by the day on which they were first heard of, or went live if that is earlier (9.5).
     *
     * @param lead days from then to the live date
     */
    record Appeared(String product, String release, LocalDate date, int lead) implements Counter {}
}
