package io.rollouthub.check;

import java.time.LocalDate;

/** The civil dates that can be meant. */
final class DateRange {
    static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private DateRange() {}

    static boolean contains(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** What is wrong with a date outside the range, for messages. */
    static String complaint(String field, LocalDate date) {
        return field + " is " + date + "; it must lie in " + FIRST + " to " + LAST;
    }
}
