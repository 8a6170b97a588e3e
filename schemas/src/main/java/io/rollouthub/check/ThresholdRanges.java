package io.rollouthub.check;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a programme may be in force: its thresholds and limits within their ranges, its zone and names known (semantics 7). */
public final class ThresholdRanges {
    private ThresholdRanges() {}

    /** Whether an entry of the journal counts; one that does not is passed over whole. */
    public static boolean isValid(Programme programme) {
        return isValid(programme.getThresholds())
                && programme.getMaxFacts() >= 1
                && isZone(programme.getZone())
                && areReportersKnown(programme);
    }

    private static boolean areReportersKnown(Programme programme) {
        Set<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).collect(Collectors.toSet());
        return programme.getSuppliers().stream().allMatch(one -> suppliers.containsAll(one.getMayBeReportedBy()));
    }

    static boolean isValid(Thresholds thresholds) {
        double below = thresholds.getAtRiskBelow();
        double clear = atRiskClear(thresholds);
        return below >= 0
                && below < 1
                && below <= clear
                && clear <= 1
                && thresholds.getSlipDays() >= 1
                && thresholds.getSlipCount() >= 1
                && thresholds.getSilentAfterDays() >= 1;
    }

    /** The probability at which a MILESTONE_AT_RISK ends: min(2 b, (1 + b)/2) of {@code at-risk-below} b where none is given. */
    public static double atRiskClear(Thresholds thresholds) {
        double below = thresholds.getAtRiskBelow();
        Double given = thresholds.getAtRiskClear();
        return given == null ? Math.min(2 * below, (1 + below) / 2) : given;
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
