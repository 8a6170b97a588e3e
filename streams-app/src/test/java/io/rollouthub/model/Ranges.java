package io.rollouthub.model;

import io.rollouthub.programme.Thresholds;

/** §7: the ranges of the thresholds; an entry that breaks one is passed over whole. */
final class Ranges {

    private Ranges() {}

    /** 0 <= at-risk-below <= at-risk-clear <= 1, at-risk-below < 1; the others whole numbers >= 1. */
    static boolean hold(Thresholds thresholds) {
        double below = thresholds.getAtRiskBelow();
        double clear = AtRisk.clear(thresholds);
        return 0 <= below
                && below <= clear
                && clear <= 1
                && below < 1
                && thresholds.getSlipDays() >= 1
                && thresholds.getSlipCount() >= 1
                && thresholds.getSilentAfterDays() >= 1;
    }
}
