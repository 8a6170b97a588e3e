package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import java.time.LocalDate;

/**
 * How often sites of a cluster went live, with any product and release, in so many days before today; at least {@link
 * Forecast#LEAST_EXPOSURE} (semantics 9).
 */
public record Exposure(int goLives, int days, LocalDate today) {

    /** How sure so many go-lives more are by the end of a day. */
    public double probabilityOf(int more, LocalDate by) {
        return more <= 0
                ? 1
                : new Forecast(more, goLives, days).probabilityWithin(by.toEpochDay() - today.toEpochDay());
    }
}
