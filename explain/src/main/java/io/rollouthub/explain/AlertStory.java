package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.explain.ClusterEvidence.JudgedTransition;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import io.rollouthub.programme.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An alert's episodes: by which rule and numbers each opened, and why it ended (semantics 7). */
record AlertStory(String cluster, ClusterEvidence evidence, ProgrammeWords words) {

    Story.Section of(AlertKind kind, String subject) {
        String alertId = Alerts.id(cluster, kind, subject);
        List<JudgedTransition> transitions = evidence.transitions().stream()
                .filter(judged -> judged.alert().getAlertId().equals(alertId))
                .toList();
        List<String> sentences = new ArrayList<>();
        sentences.add(rule(kind, evidence.programme().getThresholds()));
        boolean several = transitions.stream().anyMatch(judged -> judged.alert().getEpisode() > 1);
        boolean open = false;
        for (int i = 0; i < transitions.size(); i++) {
            JudgedTransition judged = transitions.get(i);
            if (judged.alert().getState() == AlertState.OPEN) {
                if (several && !open) {
                    sentences.add("Episode " + judged.alert().getEpisode() + ":");
                }
                sentences.addAll(opened(judged, open));
                open = true;
            } else {
                sentences.add(ended(judged, transitions.get(i - 1)));
                open = false;
            }
        }
        if (transitions.isEmpty()) {
            sentences.add("It has never opened.");
        } else if (open) {
            sentences.add("It is still open.");
        }
        return new Story.Section("The alert " + kind, sentences);
    }

    private static String rule(AlertKind kind, Thresholds limits) {
        return "The rule: "
                + switch (kind) {
                    case MILESTONE_MISSED -> "the date has passed, and the milestone has not been achieved.";
                    case MILESTONE_AT_RISK ->
                        "judged by the pace so far, the promised number of go-lives is reached in time with a"
                                + " probability below " + Words.percent(limits.getAtRiskBelow(), "") + ".";
                    case DATE_SLIPPING ->
                        "the milestone has not been achieved, and its date is " + Words.days(limits.getSlipDays())
                                + " or more later than the first one, has been moved later "
                                + Words.times(limits.getSlipCount())
                                + " or more, or has been taken back without a new one.";
                    case SUPPLIER_SILENT ->
                        "the supplier owns a milestone that has not been achieved, and has not reported for "
                                + Words.days(limits.getSilentAfterDays()) + ".";
                    case UNKNOWN -> "not known to this version.";
                };
    }

    /** The sentences on a transition that opened an alert, or, if it was open already, did so again with another start. */
    private List<String> opened(JudgedTransition judged, boolean again) {
        AlertTransition alert = judged.alert();
        String on = "On " + words.date(alert.getAt()) + (again ? " it stayed open: " : " it opened: ");
        String causes = Words.causes(alert.getCauses()) + ".";
        MilestoneState milestone = judged.milestone();
        if (alert.getKind() == AlertKind.SUPPLIER_SILENT) {
            return silent(judged, on, causes);
        }
        return milestone == null
                ? List.of(on + alert.getSummary() + causes)
                : switch (alert.getKind()) {
                    case MILESTONE_MISSED -> List.of(on + missed(alert, milestone) + causes);
                    case MILESTONE_AT_RISK -> atRisk(judged, milestone, on, causes);
                    case DATE_SLIPPING -> List.of(on + slipping(judged.thresholds(), milestone) + causes);
                    default -> List.of(on + alert.getSummary() + causes);
                };
    }

    private String missed(AlertTransition alert, MilestoneState milestone) {
        boolean atOnce = alert.getStartsAt().equals(alert.getAt());
        return milestone.getDue() + " had passed " + Words.lacking(milestone, "was")
                + (atOnce ? "" : ", which came to light only then; it counts from " + words.date(alert.getStartsAt()));
    }

    private List<String> atRisk(JudgedTransition judged, MilestoneState milestone, String on, String causes) {
        List<String> sentences = new ArrayList<>();
        sentences.add(on + "the probability of " + Words.goLives(milestone.getCount()) + " by " + milestone.getDue()
                + " was " + Words.percent(milestone.getProbability(), "") + ", and the limit is "
                + Words.percent(judged.thresholds().getAtRiskBelow(), "") + causes);
        Forecast forecast = judged.forecast();
        if (forecast != null) {
            sentences.addAll(Words.forecastThen(
                    forecast, milestone, words.date(judged.alert().getAt())));
        }
        return sentences;
    }

    private static String slipping(Thresholds limits, MilestoneState milestone) {
        List<String> reasons = new ArrayList<>();
        if (milestone.getUndated()) {
            reasons.add("the date " + milestone.getDue() + " had been taken back without a new one");
        }
        if (milestone.getSlipDays() >= limits.getSlipDays()) {
            reasons.add("it was due on " + milestone.getDue() + ", " + Words.days(milestone.getSlipDays())
                    + " after the first date, " + milestone.getBaseline() + ", and the limit is "
                    + Words.days(limits.getSlipDays()));
        }
        if (milestone.getSlips() >= limits.getSlipCount()) {
            reasons.add("the date had been moved later " + Words.times(milestone.getSlips()) + ", and the limit is "
                    + limits.getSlipCount());
        }
        return String.join("; ", reasons);
    }

    private List<String> silent(JudgedTransition judged, String on, String causes) {
        AlertTransition alert = judged.alert();
        List<String> sentences = new ArrayList<>();
        long days = Duration.between(alert.getLastAcceptedAt(), alert.getAt()).toDays();
        sentences.add(on + "nothing had been accepted from it since " + words.date(alert.getLastAcceptedAt()) + ", for "
                + Words.days(days) + ", and the limit is "
                + Words.days(judged.thresholds().getSilentAfterDays()) + causes);
        sentences.add("It owned " + Words.count(judged.unmet().size(), "milestone", "milestones") + " not achieved:");
        judged.unmet().forEach(milestone -> sentences.add(Words.item(milestone, words.date(alert.getAt()))));
        return sentences;
    }

    /** The sentence on a transition that ended an alert, given the one before it. */
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
                milestone.getDue() + " had passed " + Words.lacking(milestone, "was") + "; see "
                        + Alerts.id(milestone.getCluster(), AlertKind.MILESTONE_MISSED, milestone.getMilestone());
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
}
