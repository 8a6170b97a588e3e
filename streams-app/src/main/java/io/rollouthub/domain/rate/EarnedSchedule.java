package io.rollouthub.domain.rate;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a cluster is in its own plan, in months (semantics 8).
 *
 * @param earned the schedule earned: the time at which the plan foresaw what is done
 * @param elapsed periods from the first to the clock's month, at least 1
 * @param plannedDuration periods until the plan reaches its total
 */
public record EarnedSchedule(double earned, int elapsed, int plannedDuration) {

    /** The schedule of a cluster, or null while nothing is planned or no period has begun. */
    public static @Nullable EarnedSchedule of(Months months, int live, YearMonth clockMonth) {
        List<Integer> planned = months.plannedByPeriod();
        if (planned.isEmpty()) {
            return null;
        }
        int elapsed = Months.periods(months.firstPlanned(), clockMonth);
        return elapsed < 1 ? null : of(planned.stream().map(Double::valueOf).toList(), live, elapsed);
    }

    /** That of a plan by periods, first and last not 0, of which so many live sites with a baseline are done. */
    static EarnedSchedule of(List<Double> planned, double done, int elapsed) {
        double before = 0;
        for (int whole = 0; whole < planned.size(); whole++) {
            double step = planned.get(whole);
            if (before + step > done) {
                return new EarnedSchedule(whole + (done - before) / step, elapsed, planned.size());
            }
            before += step;
        }
        return new EarnedSchedule(planned.size(), elapsed, planned.size());
    }

    /** Schedule performance index: below 1 means late. */
    public double spiT() {
        return earned / elapsed;
    }

    public double varianceMonths() {
        return earned - elapsed;
    }

    /** How long the whole will take at this pace, or null if nothing is done. */
    public @Nullable Double estimatedDurationMonths() {
        return earned == 0 ? null : plannedDuration / spiT();
    }
}
