package io.rollouthub.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** §9.1: a date that a supplier promised on a day. */
record Promise(String supplier, LocalDate made, LocalDate due) {

    /** §9.1: as far ahead as leads are told apart. */
    static final int FURTHEST = 1_095;

    /** §9.1: from = due - made, at most 1,095. */
    int from() {
        return lead(made);
    }

    /** Days from a day to its due date, at most 1,095. */
    int lead(LocalDate day) {
        return (int) Math.min(FURTHEST, ChronoUnit.DAYS.between(day, due));
    }
}
