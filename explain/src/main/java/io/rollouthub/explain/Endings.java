package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import java.util.ArrayList;
import java.util.List;

/** Why alerts end (semantics 7). */
final class Endings {
    private final Words words;

    Endings(Words words) {
        this.words = words;
    }

    /**
     * The sentence on a turn that ended an alert.
     *
     * @param before the turn before it
     */
    String of(Turn turn, Turn before) {
        AlertTransition alert = turn.alert();
        List<String> causes = new ArrayList<>(alert.getCauses());
        causes.removeAll(before.alert().getCauses());
        return "On " + words.date(alert.getAt()) + " it ended (" + alert.getResolution() + "): " + why(turn)
                + Words.causes(causes) + ".";
    }

    private static String why(Turn turn) {
        Resolution resolution = turn.alert().getResolution();
        if (turn.alert().getKind() == AlertKind.SUPPLIER_SILENT) {
            return resolution == Resolution.REPORTED
                    ? "the supplier reported again"
                    : "the supplier owned nothing any more that was not achieved";
        }
        MilestoneState milestone = turn.milestone();
        if (milestone == null) {
            return (resolution == Resolution.WITHDRAWN ? "" : "it had been achieved, and ")
                    + "there was no date for it any more";
        }
        return switch (resolution) {
            case MET, MET_LATE -> achieved(milestone);
            case REPORTED_LATE -> achieved(milestone) + ", so only the report was late and the alert false";
            case REPLANNED -> "the date was now " + milestone.getDue();
            case ESCALATED ->
                milestone.getDue() + " had passed " + Target.lacking(milestone, "was") + "; see " + missed(milestone);
            case RECOVERED -> recovered(turn, milestone);
            case WITHDRAWN -> "it was withdrawn";
            case REPORTED, NOTHING_DUE, UNKNOWN -> turn.alert().getSummary();
        };
    }

    private static String achieved(MilestoneState milestone) {
        return "it was achieved on " + milestone.getAchievedOn() + ", "
                + Words.punctuality(milestone.getAchievedOn(), milestone.getDue());
    }

    private static String recovered(Turn turn, MilestoneState milestone) {
        if (turn.alert().getKind() == AlertKind.DATE_SLIPPING) {
            return "the date, " + milestone.getDue() + ", was within the limits again";
        }
        return milestone.getProbability() == null
                ? "there was no forecast for it any more"
                : "the probability was " + Words.percent(milestone.getProbability(), "") + ", with "
                        + Target.progress(milestone) + " and " + milestone.getDue() + " as the date";
    }

    private static String missed(MilestoneState milestone) {
        return Alerts.id(milestone.getCluster(), AlertKind.MILESTONE_MISSED, milestone.getMilestone());
    }
}
