package io.rollouthub.domain.forecast;

import java.time.LocalDate;

/**
 * When a site that is not live, or a release that is not delivered, will be (semantics 9.4).
 *
 * @param dueIn days from today to its due date; negative once that has passed
 * @param stands whether a promise stands
 * @param willBeKept the probability that it is kept; 0 where none stands
 */
record DateForecast(int dueIn, boolean stands, double willBeKept, Lateness lateness) {

    static DateForecast of(TrackRecord record, String supplier, LocalDate due, boolean stands, LocalDate today) {
        double kept = stands ? record.willBeKept(supplier, Days.lead(today, due)) : 0;
        return new DateForecast(Days.between(today, due), stands, kept, record.lateness);
    }

    /** The probability that it is live by the end of the day that is so many days from today. */
    double by(int days) {
        if (days < dueIn || days < 0) {
            return 0;
        }
        double late = lateness.within(days - dueIn);
        if (stands) {
            return willBeKept + (1 - willBeKept) * late;
        }
        double gone = lateness.within(-dueIn);
        return Math.max(0, (late - gone) / (1 - gone));
    }

    /** Whether it can be live by then (9.5). */
    boolean canBeBy(int days) {
        return stands && days >= dueIn || days > Math.max(dueIn, 0);
    }
}
