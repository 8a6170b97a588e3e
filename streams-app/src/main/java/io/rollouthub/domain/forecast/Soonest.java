package io.rollouthub.domain.forecast;

import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The day by which something has happened with a probability (semantics 9.6). */
final class Soonest {
    private static final int FARTHEST = 4_096;

    private Soonest() {}

    /**
     * Finds the day.
     *
     * @param by the probability that it has happened by the end of the day that is so many days from today
     * @return null if that is too far away
     */
    static @Nullable LocalDate day(LocalDate today, double probability, IntToDoubleFunction by) {
        if (Bound.isReached(by.applyAsDouble(0), probability)) {
            return today;
        }
        int hi = 1;
        while (!Bound.isReached(by.applyAsDouble(hi), probability)) {
            hi *= 2;
            if (hi > FARTHEST) {
                return null;
            }
        }
        for (int lo = hi / 2; hi - lo > 1; ) {
            int mid = (lo + hi) / 2;
            if (Bound.isReached(by.applyAsDouble(mid), probability)) {
                hi = mid;
            } else {
                lo = mid;
            }
        }
        return today.plusDays(hi);
    }
}
