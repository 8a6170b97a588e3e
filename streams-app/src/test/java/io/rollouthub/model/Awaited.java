package io.rollouthub.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * §9.4: a site or release that is not live, not withdrawn, and has a due date.
 *
 * @param promised whether a promise stands
 * @param q whether that will be kept (§9.2); not looked at where none stands
 */
record Awaited(LocalDate due, boolean promised, double q) {

    /** The chance to be live by the end of day D. */
    double liveBy(LocalDate day, LocalDate today, Lateness lateness) {
        if (day.isBefore(due) || day.isBefore(today)) {
            return 0;
        }
        double late = lateness.chance(days(due, day));
        return promised ? promised(late) : notPromised(late, lateness.chance(days(due, today)));
    }

    /** q + (1 - q) G(D - due). */
    private double promised(double late) {
        return q + (1 - q) * late;
    }

    /** (G(D - due) - g) / (1 - g), g = G(today - due); never below 0. */
    private static double notPromised(double late, double g) {
        return Math.max(0, (late - g) / (1 - g));
    }

    /** §9.5: whether it can be live by D: D >= due and a promise stands, or D > max(due, today). */
    boolean canBeLiveBy(LocalDate day, LocalDate today) {
        return promised ? !day.isBefore(due) : day.isAfter(due) && day.isAfter(today);
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
