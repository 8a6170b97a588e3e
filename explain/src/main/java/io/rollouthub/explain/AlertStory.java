package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import java.util.ArrayList;
import java.util.List;

/** An alert's episodes: by which rule each opened, and why it ended (semantics 7). */
final class AlertStory {
    private final String cluster;
    private final ClusterEvidence evidence;
    private final ProgrammeWords words;
    private final AlertOpened opened;

    AlertStory(String cluster, ClusterEvidence evidence, ProgrammeWords words) {
        this.cluster = cluster;
        this.evidence = evidence;
        this.words = words;
        this.opened = new AlertOpened(words);
    }

    Story.Section of(AlertKind kind, String subject) {
        String alertId = Alerts.id(cluster, kind, subject);
        List<JudgedTransition> transitions = evidence.transitions().stream()
                .filter(judged -> judged.alert().getAlertId().equals(alertId))
                .toList();
        List<String> sentences = new ArrayList<>();
        sentences.add(AlertOpened.rule(kind, evidence.programme().getThresholds()));
        if (transitions.isEmpty()) {
            sentences.add("It has never opened.");
        } else {
            tell(transitions, sentences);
        }
        return new Story.Section("The alert " + kind, sentences);
    }

    private void tell(List<JudgedTransition> transitions, List<String> sentences) {
        boolean several = transitions.get(transitions.size() - 1).alert().getEpisode() > 1;
        boolean open = false;
        for (int i = 0; i < transitions.size(); i++) {
            JudgedTransition judged = transitions.get(i);
            if (judged.alert().getState() == AlertState.OPEN) {
                if (several && !open) {
                    sentences.add("Episode " + judged.alert().getEpisode() + ":");
                }
                sentences.addAll(opened.of(judged, open));
                open = true;
            } else {
                sentences.add(ended(judged, transitions.get(i - 1)));
                open = false;
            }
        }
        if (open) {
            sentences.add("It is still open.");
        }
    }

    /**
     * The sentence on a transition that ended an alert.
     *
     * @param before the transition before it
     */
    private String ended(JudgedTransition judged, JudgedTransition before) {
        AlertTransition alert = judged.alert();
        List<String> causes = new ArrayList<>(alert.getCauses());
        causes.removeAll(before.alert().getCauses());
        return "On " + words.date(alert.getAt()) + " it ended (" + alert.getResolution() + "): " + why(judged)
                + Words.causes(causes) + ".";
    }

    private static String why(JudgedTransition judged) {
        Resolution resolution = judged.alert().getResolution();
        if (judged.alert().getKind() == AlertKind.SUPPLIER_SILENT) {
            return resolution == Resolution.REPORTED
                    ? "the supplier reported again"
                    : "the supplier owned nothing any more that was not achieved";
        }
        MilestoneState milestone = judged.milestone();
        if (milestone == null) {
            return (resolution == Resolution.WITHDRAWN ? "" : "it had been achieved, and ")
                    + "there was no date for it any more";
        }
        return switch (resolution) {
            case MET, MET_LATE -> achieved(milestone);
            case REPORTED_LATE -> achieved(milestone) + ", so only the report was late and the alert false";
            case REPLANNED -> "the date was now " + milestone.getDue();
            case ESCALATED ->
                milestone.getDue() + " had passed " + Words.lacking(milestone, "was") + "; see " + missed(milestone);
            case RECOVERED -> recovered(judged, milestone);
            case WITHDRAWN -> "it was withdrawn";
            case REPORTED, NOTHING_DUE, UNKNOWN -> judged.alert().getSummary();
        };
    }

    private static String achieved(MilestoneState milestone) {
        return "it was achieved on " + milestone.getAchievedOn() + ", "
                + Words.punctuality(milestone.getAchievedOn(), milestone.getDue());
    }

    private static String recovered(JudgedTransition judged, MilestoneState milestone) {
        if (judged.alert().getKind() == AlertKind.DATE_SLIPPING) {
            return "the date, " + milestone.getDue() + ", was within the limits again";
        }
        return milestone.getProbability() == null
                ? "there was no forecast for it any more"
                : "the probability was " + Words.percent(milestone.getProbability(), "") + ", with "
                        + Words.progress(milestone) + " and " + milestone.getDue() + " as the date";
    }

    private static String missed(MilestoneState milestone) {
        return Alerts.id(milestone.getCluster(), AlertKind.MILESTONE_MISSED, milestone.getMilestone());
    }
}
