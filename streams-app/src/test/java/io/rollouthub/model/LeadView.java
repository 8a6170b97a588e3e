package io.rollouthub.model;

import org.jspecify.annotations.Nullable;

/** §9.8: a supplier's record at one lead H, and the hub's over what that supplier owned at the review. */
public record LeadView(
        int stoodAt,
        int keptAt,
        int forecasts,
        int forecastsKept,
        long squares,
        @Nullable Double brier,
        @Nullable Double brierOfPromise) {

    static LeadView of(int stoodAt, int keptAt, int forecasts, int forecastsKept, long squares) {
        return new LeadView(
                stoodAt,
                keptAt,
                forecasts,
                forecastsKept,
                squares,
                brier(squares, forecasts),
                brierOfPromise(forecastsKept, forecasts));
    }

    /** (score - 10,000 outcome)^2. */
    static long square(int score, boolean kept) {
        long miss = score - (kept ? 10_000L : 0L);
        return miss * miss;
    }

    /** squares / (10^8 forecasts); null if forecasts = 0. */
    private static @Nullable Double brier(long squares, int forecasts) {
        return forecasts == 0 ? null : squares / (1e8 * forecasts);
    }

    /** 1 - forecastsKept/forecasts: what believing the date scores; null if forecasts = 0. */
    private static @Nullable Double brierOfPromise(int forecastsKept, int forecasts) {
        return forecasts == 0 ? null : 1 - (double) forecastsKept / forecasts;
    }
}
