package io.rollouthub.domain.alert;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.SupplierStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;

/** One sentence on an alert for people. */
final class Summary {
    private Summary() {}

    static String open(AlertKind kind, MilestoneState milestone) {
        return nameOf(milestone) + ": "
                + switch (kind) {
                    case MILESTONE_MISSED -> "due " + milestone.getDue() + ", " + standing(milestone);
                    case DATE_SLIPPING -> slipping(milestone);
                    case MILESTONE_AT_RISK, SUPPLIER_SILENT, UNKNOWN ->
                        throw new IllegalArgumentException("not about a milestone's date");
                };
    }

    /** Of a count that is at risk, with its evidence. */
    static String atRisk(Alert.Builder alert, MilestoneState milestone) {
        return nameOf(milestone) + ": " + standing(milestone) + ", due " + milestone.getDue() + "; " + risk(alert);
    }

    static String resolved(Resolution resolution, MilestoneState milestone) {
        return nameOf(milestone) + ": "
                + switch (resolution) {
                    case REPORTED_LATE -> "met on " + milestone.getAchievedOn() + ", in time; the report came late";
                    case MET -> "met on " + milestone.getAchievedOn();
                    case MET_LATE ->
                        "met on " + milestone.getAchievedOn() + ", "
                                + days(ChronoUnit.DAYS.between(milestone.getDue(), milestone.getAchievedOn()))
                                + " late";
                    case REPLANNED -> "now due " + milestone.getDue();
                    case ESCALATED -> "missed, " + standing(milestone);
                    case RECOVERED -> "now due " + milestone.getDue() + ", " + standing(milestone);
                    case WITHDRAWN -> "withdrawn";
                    case REPORTED, NOTHING_DUE, UNKNOWN -> throw new IllegalArgumentException("not about a milestone");
                };
    }

    static String ceased(MilestoneState last) {
        return nameOf(last) + ": has no due date any more";
    }

    static String silent(SupplierStatus supplier, int due) {
        return supplier.getSupplier() + " has not reported on " + supplier.getCluster() + " since "
                + supplier.getLastAcceptedAt() + ", with "
                + due + (due == 1 ? " milestone" : " milestones") + " not met";
    }

    static String heard(SupplierStatus supplier, Resolution resolution) {
        return supplier.getSupplier()
                + switch (resolution) {
                    case REPORTED -> " has reported on " + supplier.getCluster() + " again";
                    case RECOVERED -> " may be silent on " + supplier.getCluster() + " for longer now";
                    default -> " has nothing due on " + supplier.getCluster() + " any more";
                };
    }

    private static String nameOf(MilestoneState milestone) {
        String title = milestone.getTitle();
        return switch (milestone.getKind()) {
            case GO_LIVE ->
                (title == null ? milestone.getSite() : title) + " live on " + milestone.getProduct() + " "
                        + milestone.getRelease();
            case RELEASE -> "Release " + milestone.getProduct() + " " + milestone.getRelease();
            case COMMITMENT, UNKNOWN -> title == null ? milestone.getMilestone() : title;
        };
    }

    /** "3 of 12 live, 9 short", or in words what is lacking. */
    private static String standing(MilestoneState milestone) {
        if (milestone.getCount() != null) {
            int short_ = Math.max(0, milestone.getCount() - milestone.getProgress());
            return milestone.getProgress() + " of " + milestone.getCount() + " live, " + short_ + " short";
        }
        return switch (milestone.getKind()) {
            case GO_LIVE -> "not live";
            case RELEASE -> "not delivered";
            case COMMITMENT, UNKNOWN -> "not met";
        };
    }

    private static String slipping(MilestoneState milestone) {
        String moved = milestone.getSlips() == 0
                ? "planned for " + milestone.getDue()
                : "moved later " + (milestone.getSlips() == 1 ? "once" : milestone.getSlips() + " times") + ", to "
                        + milestone.getDue() + ", " + days(milestone.getSlipDays()) + " after its baseline "
                        + milestone.getBaseline();
        return milestone.getUndated() ? "postponed without a new date; " + moved : moved;
    }

    private static String days(long days) {
        return days + (days == 1 || days == -1 ? " day" : " days");
    }

    /**
     * Why a count is at risk, in its numbers: how its owner has kept dates, how many of those needed have one, and how many
     * are expected.
     */
    private static String risk(Alert.Builder alert) {
        Evidence judged = alert.getEvidence();
        if (alert.getUnknownSince() != null) {
            return "nothing is known of its chances since " + alert.getUnknownSince();
        }
        if (judged == null || judged.getProbability() == null) {
            return "its chances are not known";
        }
        int needed = alert.getCount() - alert.getProgress();
        double expected = judged.getExpected() + judged.getUnnamedExpected();
        String kept = judged.getSupplierEndedAtLead() == 0
                ? " has promised no date this far ahead before; "
                : " has kept " + judged.getSupplierKeptAtLead() + " of " + judged.getSupplierEndedAtLead()
                        + " dates promised this far ahead; ";
        return alert.getSupplier() + kept + judged.getNamed() + " of the " + needed + " still needed "
                + (judged.getNamed() == 1 ? "has" : "have") + " a date; at this record " + oneDecimal(expected)
                + " of them are expected in time, probability " + percent(judged.getProbability());
    }

    private static String oneDecimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String percent(double probability) {
        return probability < 0.001
                ? "below 0.1 %"
                : BigDecimal.valueOf(100 * probability).setScale(1, RoundingMode.HALF_UP) + " %";
    }
}
