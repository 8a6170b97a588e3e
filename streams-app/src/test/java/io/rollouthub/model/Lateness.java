package io.rollouthub.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * §9.3: how late broken promises were.
 *
 * @param daysLate of each whose fact is live
 * @param daysOpen of each whose fact is neither live nor withdrawn and whose due is before today
 * @param chances those that were asked for before
 */
record Lateness(List<Integer> daysLate, List<Integer> daysOpen, Map<Integer, Double> chances) {

    static Lateness of(List<Integer> daysLate, List<Integer> daysOpen) {
        return new Lateness(daysLate, daysOpen, new HashMap<>());
    }

    /** R(s): how many were at most s days late. */
    int within(int s) {
        return (int) daysLate.stream().filter(days -> days <= s).count();
    }

    /** U(s): how many were more than s days late, or are open for more than s days. */
    int notWithin(int s) {
        return (int) (daysLate.stream().filter(days -> days > s).count()
                + daysOpen.stream().filter(days -> days > s).count());
    }

    /** G(s), from R(s) and U(s). */
    double chance(int s) {
        return chances.computeIfAbsent(s, days -> chance(within(days), notWithin(days), days));
    }

    /** G(s) = (R(s) + 2 s/(s + 30)) / (R(s) + U(s) + 2) for s > 0, else 0. */
    static double chance(int within, int notWithin, int s) {
        return s > 0 ? (within + 2.0 * s / (s + 30)) / (within + notWithin + 2) : 0;
    }
}
