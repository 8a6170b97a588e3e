package io.rollouthub.domain.golive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Go-lives as a Poisson process of unknown rate with a Gamma(1/2, 0) prior, after {@code recent} of them in {@code
 * exposureDays} (semantics 9).
 *
 * @param remaining go-lives still needed, at least 1
 * @param recent matching go-lives within the exposure
 * @param exposureDays days observed, at least {@link #LEAST_EXPOSURE}
 */
public record Forecast(int remaining, int recent, int exposureDays) {
    /** With fewer days there is no forecast. */
    public static final int LEAST_EXPOSURE = 30;

    /** Older days don't count. */
    public static final int MOST_EXPOSURE = 365;

    private static final int FARTHEST_DAYS = 36_500;

    /**
     * How many days count of those observed.
     *
     * @param from civil date of the cluster's earliest report
     */
    public static int exposureDays(LocalDate from, LocalDate today) {
        return (int) Math.min(MOST_EXPOSURE, ChronoUnit.DAYS.between(from, today));
    }

    /** Probability that the remaining go-lives come within so many days: I_{h/(T+h)}(r, k + 1/2), 0 without days. */
    public double probabilityWithin(long horizonDays) {
        return horizonDays <= 0 ? 0 : beta().cumulativeProbability(horizonDays / ((double) exposureDays + horizonDays));
    }

    /**
     * The date by which the remaining go-lives come with a probability.
     *
     * @param today the day the forecast is made
     * @return null if that is more than 36,500 days away
     */
    public @Nullable LocalDate dateAt(double probability, LocalDate today) {
        double x = beta().inverseCumulativeProbability(probability);
        double days = Math.ceil(exposureDays * x / (1 - x) - 1e-9);
        return days <= FARTHEST_DAYS ? today.plusDays((long) days) : null;
    }

    private BetaDistribution beta() {
        return BetaDistribution.of(remaining, recent + 0.5);
    }
}
