package io.rollouthub.domain.forecast;

import java.time.LocalDate;

/**
 * That a site goes live, or a release is delivered, by a date (semantics 9.1).
 *
 * @param made civil date of the report that made it; not after {@code due}
 * @param supplier whose promise it is
 */
public record Promise(LocalDate made, LocalDate due, String supplier) {

    /** Its longest lead in days, at most 1,095. */
    public int from() {
        return Days.lead(made, due);
    }

    /** Whether it counts once it has ended; one made for its own day does not. */
    boolean counts() {
        return from() > 0;
    }
}
