package io.rollouthub.explain;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.AlertId;
import java.util.ArrayList;
import java.util.List;

/** An alert's episodes: by which rule each opened, and what its transitions tell (semantics 7). */
record AlertStory(String cluster, Told told, ProgrammeWords words) {

    Story.Section of(AlertKind kind, String subject) {
        List<AlertTransition> transitions = told.transitions().apply(new AlertId(cluster, kind, subject).toString());
        TransitionWords each = new TransitionWords(words);
        List<String> sentences = new ArrayList<>();
        sentences.add(rule(kind, told.programme().getThresholds()));
        boolean several = transitions.stream().anyMatch(transition -> transition.getEpisode() > 1);
        boolean open = false;
        List<String> known = List.of();
        for (AlertTransition transition : transitions) {
            if (transition.getState() == AlertState.OPEN) {
                if (several && !open) {
                    sentences.add("Episode " + transition.getEpisode() + ":");
                }
                sentences.addAll(each.opened(transition, open));
                open = true;
            } else {
                sentences.addAll(each.ended(transition, known));
                open = false;
            }
            known = transition.getCauses();
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
                        "by how dates are kept here, the promised number of go-lives is reached in time with a"
                                + " probability below " + Words.percent(limits.getAtRiskBelow(), "")
                                + ", and dates have been broken or the plans do not suffice; it ends at "
                                + Words.percent(ThresholdRanges.atRiskClear(limits), "")
                                + ". It is judged once a day.";
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
}
