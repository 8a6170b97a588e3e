package io.rollouthub.domain.forecast;

import java.time.LocalDate;

/** Whole days between civil dates. */
final class Days {
    /** No lead is longer (semantics 9.1). */
    static final int MOST_LEAD = 1_095;

    private Days() {}

    /** From one date to another; negative if that is earlier. */
    static int between(LocalDate from, LocalDate to) {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }

    /** The same as a lead: at most {@link #MOST_LEAD}. */
    static int lead(LocalDate from, LocalDate to) {
        return Math.min(MOST_LEAD, between(from, to));
    }
}
