package io.rollouthub.hub.terminal;

import io.rollouthub.output.Forecast;
import io.rollouthub.output.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often what the hub forecast came true, by tenths of the probability that it gave (semantics 9.8).
 *
 * @param tenths ten of them; certainty is in the last
 * @param open forecasts whose outcome is yet to be known
 * @param isVoid forecasts of milestones that are withdrawn or exist no more
 */
record Calibration(List<Tenth> tenths, long open, long isVoid) {
    /** A probability of 1, and the score of an outcome that came true. */
    private static final int CERTAIN = 10_000;

    private static final int TENTHS = 10;

    /**
     * Forecasts with an outcome.
     *
     * @param number from 0
     * @param kept how many of their milestones were met in time
     * @param scores their sum, in ten-thousandths
     * @param squares of the differences of score and outcome
     */
    record Tenth(int number, int forecasts, int kept, long scores, long squares) {
        /** The mean probability, null without forecasts. */
        @Nullable
        Double meanForecast() {
            return forecasts == 0 ? null : (double) scores / CERTAIN / forecasts;
        }

        private static Tenth of(int number, List<Forecast> forecasts) {
            long scores = 0;
            long squares = 0;
            int kept = 0;
            for (Forecast forecast : forecasts) {
                long met = forecast.getOutcome() == Outcome.MET ? CERTAIN : 0;
                kept += met == 0 ? 0 : 1;
                scores += forecast.getScore();
                squares += (forecast.getScore() - met) * (forecast.getScore() - met);
            }
            return new Tenth(number, forecasts.size(), kept, scores, squares);
        }
    }

    static Calibration of(Collection<Forecast> forecasts) {
        return new Calibration(
                IntStream.range(0, TENTHS)
                        .mapToObj(number -> Tenth.of(
                                number,
                                forecasts.stream()
                                        .filter(forecast -> isKnown(forecast) && tenth(forecast) == number)
                                        .toList()))
                        .toList(),
                count(forecasts, Outcome.OPEN),
                count(forecasts, Outcome.VOID));
    }

    private static boolean isKnown(Forecast forecast) {
        return forecast.getOutcome() == Outcome.MET || forecast.getOutcome() == Outcome.NOT_MET;
    }

    private static int tenth(Forecast forecast) {
        return Math.min(forecast.getScore() * TENTHS / CERTAIN, TENTHS - 1);
    }

    private static long count(Collection<Forecast> forecasts, Outcome outcome) {
        return forecasts.stream()
                .filter(forecast -> forecast.getOutcome() == outcome)
                .count();
    }

    /** How many forecasts have an outcome. */
    int forecasts() {
        return tenths.stream().mapToInt(Tenth::forecasts).sum();
    }

    private int kept() {
        return tenths.stream().mapToInt(Tenth::kept).sum();
    }

    /** The Brier score of the forecasts: 0 is best; null without any. */
    @Nullable
    Double brier() {
        long squares = tenths.stream().mapToLong(Tenth::squares).sum();
        return forecasts() == 0 ? null : squares / ((double) CERTAIN * CERTAIN * forecasts());
    }

    /** What believing every date would have scored; null without forecasts. */
    @Nullable
    Double brierOfPromise() {
        return forecasts() == 0 ? null : 1 - (double) kept() / forecasts();
    }
}
