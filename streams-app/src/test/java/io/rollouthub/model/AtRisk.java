package io.rollouthub.model;

import io.rollouthub.output.Status;
import io.rollouthub.programme.Thresholds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * §7: MILESTONE_AT_RISK, which opens and recovers at daily reviews alone.
 *
 * @param review whether the step is a daily review
 * @param open the milestones of which it is open
 */
record AtRisk(Moment moment, Thresholds thresholds, boolean review, Set<String> open) {

    /** Between reviews it only ends, when the status is PENDING no more or the target is no GoLiveCount. */
    boolean holds(Milestone milestone) {
        boolean wasOpen = open.contains(milestone.id());
        if (milestone.goLiveCount() == null || moment.status(milestone) != Status.PENDING || !(review || wasOpen)) {
            return false;
        }
        if (!review) {
            return true;
        }
        CountForecast forecast = Forecast.ofCount(milestone, moment);
        if (forecast == null) {
            return false;
        }
        Double probability = forecast.exists() ? forecast.probability(forecast.due()) : null;
        return wasOpen
                ? stays(probability, forecast.shortOfPlans(), clear(thresholds))
                : opens(
                        probability,
                        forecast.shortOfPlans(),
                        moment.promises().broken() > 0,
                        thresholds.getAtRiskBelow());
    }

    /** A forecast exists, probability < at-risk-below, and (r > n(due) or broken > 0). */
    static boolean opens(@Nullable Double probability, boolean shortOfPlans, boolean broken, double below) {
        return probability != null && Bounds.below(probability, below) && (shortOfPlans || broken);
    }

    /** Probability < at-risk-clear, or no forecast exists and r > n(due). */
    static boolean stays(@Nullable Double probability, boolean shortOfPlans, double clear) {
        return probability == null ? shortOfPlans : Bounds.below(probability, clear);
    }

    /** at-risk-clear; absent: min(2 b, (1 + b)/2). */
    static double clear(Thresholds thresholds) {
        double b = thresholds.getAtRiskBelow();
        Double clear = thresholds.getAtRiskClear();
        return clear == null ? Math.min(2 * b, (1 + b) / 2) : clear;
    }
}
