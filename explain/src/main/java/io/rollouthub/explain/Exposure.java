package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import java.time.LocalDate;

/**
 * How often sites of a cluster went live, as far as it says something of what is to come (semantics 9).
 *
 * @param goLives of any product and release
 * @param days in which they were seen, at least {@link Forecast#LEAST_EXPOSURE}
 * @param today the day behind them
 */
public record Exposure(int goLives, int days, LocalDate today) {

    /** How sure so many go-lives more are by the end of a day. */
    public double probabilityOf(int more, LocalDate by) {
        return more <= 0
                ? 1
                : new Forecast(more, goLives, days).probabilityWithin(by.toEpochDay() - today.toEpochDay());
    }
}
