package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Why alerts open: the rules in words, and the numbers that each one went by (semantics 7). */
final class AlertOpened {
    private final ProgrammeWords words;

    AlertOpened(ProgrammeWords words) {
        this.words = words;
    }

    static String rule(AlertKind kind, Thresholds limits) {
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

    /**
     * The sentences on a transition that opened an alert, or kept it open with another start.
     *
     * @param again whether it was open already
     */
    List<String> of(JudgedTransition judged, boolean again) {
        AlertTransition alert = judged.alert();
        String on = "On " + words.date(alert.getAt()) + (again ? " it stayed open: " : " it opened: ");
        String causes = Words.causes(alert.getCauses()) + ".";
        MilestoneState milestone = judged.milestone();
        if (milestone != null) {
            switch (alert.getKind()) {
                case MILESTONE_MISSED:
                    return List.of(on + missed(alert, milestone) + causes);
                case MILESTONE_AT_RISK:
                    return atRisk(judged, milestone, on, causes);
                case DATE_SLIPPING:
                    return List.of(on + slipping(judged.thresholds(), milestone) + causes);
                default:
            }
        }
        return alert.getKind() == AlertKind.SUPPLIER_SILENT
                ? silent(judged, on, causes)
                : List.of(on + alert.getSummary() + causes);
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
            sentences.addAll(ForecastWords.then(
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
}
