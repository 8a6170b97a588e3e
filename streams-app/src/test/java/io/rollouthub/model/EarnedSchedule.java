package io.rollouthub.model;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** §8: earned schedule of a cluster, in months. */
public record EarnedSchedule(
        double earnedSchedule,
        double spiT,
        double scheduleVarianceMonths,
        int plannedDurationMonths,
        @Nullable Double estimatedDurationMonths) {

    /** Null while AT < 1 or no planned month exists. */
    static @Nullable EarnedSchedule of(Facts facts, YearMonth clockMonth) {
        SortedMap<YearMonth, Integer> planned = new TreeMap<>();
        for (Milestone milestone : facts.milestones().values()) {
            if (milestone.isGoLive() && !milestone.plan().withdrawn) {
                planned.merge(YearMonth.from(milestone.baseline()), 1, Integer::sum);
            }
        }
        if (planned.isEmpty()) {
            return null;
        }
        YearMonth first = planned.firstKey();
        int at = Math.toIntExact(ChronoUnit.MONTHS.between(first, clockMonth)) + 1;
        double[] pv = new double[Math.toIntExact(ChronoUnit.MONTHS.between(first, planned.lastKey())) + 1];
        double soFar = 0;
        for (int i = 0; i < pv.length; i++) {
            soFar += planned.getOrDefault(first.plusMonths(i), 0);
            pv[i] = soFar;
        }
        double ev = facts.goLives().stream().filter(GoLive::hasBaseline).count();
        return at < 1 ? null : of(pv, ev, at);
    }

    /** From the cumulative planned values PV_1, PV_2, …, the earned value and the periods elapsed. */
    static EarnedSchedule of(double[] pv, double ev, int at) {
        int pd = 1; // the first period where PV reaches its total
        while (pv[pd - 1] < pv[pv.length - 1]) {
            pd++;
        }
        double es = Math.min(pd, earned(pv, ev));
        double spiT = es / at;
        return new EarnedSchedule(es, spiT, es - at, pd, spiT == 0 ? null : pd / spiT);
    }

    /** ES = C + (EV - PV_C)/(PV_{C+1} - PV_C), C = the largest number of whole periods with PV_C <= EV, PV_0 = 0. */
    private static double earned(double[] pv, double ev) {
        int c = 0;
        for (int i = 1; i <= pv.length; i++) {
            if (pv[i - 1] <= ev) {
                c = i;
            }
        }
        if (c == pv.length) {
            return c;
        }
        double pvC = c == 0 ? 0 : pv[c - 1];
        return c + (ev - pvC) / (pv[c] - pvC);
    }
}
