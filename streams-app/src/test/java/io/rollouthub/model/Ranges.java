package io.rollouthub.model;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.util.List;

/** §7: the ranges of the thresholds; an entry that breaks one is passed over whole. */
final class Ranges {

    private Ranges() {}

    /** Of the thresholds; max-facts is at least 1, and only suppliers of the programme may report for others. */
    static boolean hold(Programme programme) {
        List<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).toList();
        return hold(programme.getThresholds())
                && programme.getMaxFacts() >= 1
                && programme.getSuppliers().stream().allMatch(one -> suppliers.containsAll(one.getMayBeReportedBy()));
    }

    /** 0 <= at-risk-below <= at-risk-clear <= 1, at-risk-below < 1; the others whole numbers >= 1. */
    private static boolean hold(Thresholds thresholds) {
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
