package io.rollouthub.model;

import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** §9.6: the date by which something is reached with a probability. */
final class DateSearch {
    private static final int FURTHEST = 4_096;

    private DateSearch() {}

    /** today if P(today) >= z; else between the doubled days at which P reaches z; null if none does. */
    static @Nullable LocalDate date(double z, LocalDate today, ToDoubleFunction<LocalDate> p) {
        if (Bounds.reached(p.applyAsDouble(today), z)) {
            return today;
        }
        int hi = 1;
        while (!Bounds.reached(p.applyAsDouble(today.plusDays(hi)), z)) {
            hi *= 2;
            if (hi > FURTHEST) {
                return null;
            }
        }
        int lo = hi / 2;
        while (hi - lo > 1) {
            int mid = (lo + hi) / 2;
            if (Bounds.reached(p.applyAsDouble(today.plusDays(mid)), z)) {
                hi = mid;
            } else {
                lo = mid;
            }
        }
        return today.plusDays(hi);
    }
}
