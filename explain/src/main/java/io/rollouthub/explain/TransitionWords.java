package io.rollouthub.explain;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.Resolution;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.FactKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transition of an alert tells: the numbers that were judged, as it carries them, and the events behind it. */
record TransitionWords(ProgrammeWords words) {
    private static final String NO_EVIDENCE = "No evidence was kept of it: that was before release 0.2.0.";

    /** The sentences on one that opened an alert, or, if it was open already, did so again with another start. */
    List<String> opened(AlertTransition alert, boolean again) {
        String on = "On " + words.date(alert.getAt()) + (again ? " it stayed open: " : " it opened: ");
        String causes = Words.causes(alert.getCauses(), alert.getCauseCount()) + ".";
        Evidence judged = alert.getEvidence();
        if (judged == null) {
            return List.of(on + alert.getSummary() + causes, NO_EVIDENCE);
        }
        return switch (alert.getKind()) {
            case MILESTONE_MISSED -> List.of(on + missed(alert) + causes);
            case MILESTONE_AT_RISK -> atRisk(alert, judged, on, causes);
            case DATE_SLIPPING -> List.of(on + slipping(alert, judged) + causes);
            case SUPPLIER_SILENT -> silent(alert, judged, on, causes);
            case UNKNOWN -> List.of(on + alert.getSummary() + causes);
        };
    }

    /**
     * The sentences on one that ended an alert.
     *
     * @param known causes that were told of before
     */
    List<String> ended(AlertTransition alert, List<String> known) {
        List<String> causes = new ArrayList<>(alert.getCauses());
        causes.removeAll(known);
        Evidence judged = alert.getEvidence();
        List<String> sentences = new ArrayList<>();
        sentences.add("On " + words.date(alert.getAt()) + " it ended (" + alert.getResolution() + "): "
                + (judged == null ? alert.getSummary() : why(alert, judged)) + Words.causes(causes) + ".");
        if (judged == null) {
            sentences.add(NO_EVIDENCE);
        } else if (alert.getKind() == AlertKind.MILESTONE_AT_RISK
                && alert.getResolution() == Resolution.RECOVERED
                && alert.getCount() != null
                && judged.getProbability() != null) {
            sentences.add(forecast(alert, judged) + limit(judged.getAtRiskClear()));
        }
        return sentences;
    }

    private String missed(AlertTransition alert) {
        boolean atOnce = alert.getStartsAt().equals(alert.getAt());
        return alert.getDue() + " had passed " + lacking(alert)
                + (atOnce ? "" : ", which came to light only then; it counts from " + words.date(alert.getStartsAt()));
    }

    private List<String> atRisk(AlertTransition alert, Evidence judged, String on, String causes) {
        List<String> sentences = new ArrayList<>();
        String left = Words.days(Math.max(0, Words.between(judged.getToday(), alert.getDue())));
        sentences.add(on + lacking(alert) + ", and " + left + " left until " + alert.getDue() + causes);
        if (judged.getProbability() != null) {
            sentences.add(forecast(alert, judged) + limit(judged.getAtRiskBelow()));
        }
        Integer broken = judged.getPromisesBroken();
        if (broken != null) {
            sentences.add(
                    broken == 0
                            ? "No date had been broken here, but the plans did not suffice."
                            : "Of the dates promised here " + broken + " had been broken.");
        }
        return sentences;
    }

    private String forecast(AlertTransition alert, Evidence judged) {
        return ForecastWords.then(
                judged,
                alert.getSupplier() == null ? "its supplier" : words.supplier(alert.getSupplier()),
                ForecastWords.remaining(alert.getCount(), alert.getProgress()));
    }

    private static String limit(@Nullable Double limit) {
        return limit == null ? "." : ", and the limit is " + Words.percent(limit, "") + ".";
    }

    private static String slipping(AlertTransition alert, Evidence judged) {
        List<String> reasons = new ArrayList<>();
        if (Boolean.TRUE.equals(judged.getUndated())) {
            reasons.add("the date " + alert.getDue() + " had been taken back without a new one");
        }
        if (alert.getSlipDays() >= judged.getSlipDaysFrom()) {
            reasons.add("it was due on " + alert.getDue() + ", " + Words.days(alert.getSlipDays())
                    + " after the first date, " + judged.getBaseline() + ", and the limit is "
                    + Words.days(judged.getSlipDaysFrom()));
        }
        if (alert.getSlips() >= judged.getSlipCountFrom()) {
            reasons.add("the date had been moved later " + Words.times(alert.getSlips()) + ", and the limit is "
                    + judged.getSlipCountFrom());
        }
        return String.join("; ", reasons);
    }

    private List<String> silent(AlertTransition alert, Evidence judged, String on, String causes) {
        long days = Duration.between(alert.getLastAcceptedAt(), alert.getAt()).toDays();
        return List.of(
                on + "nothing had been accepted from it since " + words.date(alert.getLastAcceptedAt()) + ", for "
                        + Words.days(days) + ", and the limit is " + Words.days(judged.getSilentAfterDays()) + causes,
                "It owned " + Words.count(judged.getOpenMilestones(), "milestone", "milestones") + " that "
                        + (judged.getOpenMilestones() == 1 ? "was" : "were") + " not achieved.");
    }

    private String why(AlertTransition alert, Evidence judged) {
        Resolution resolution = alert.getResolution();
        if (alert.getKind() == AlertKind.SUPPLIER_SILENT) {
            return switch (resolution) {
                case REPORTED -> "the supplier reported again";
                case RECOVERED -> "the limit was now " + Words.days(judged.getSilentAfterDays());
                default -> "the supplier owned nothing any more that was not achieved";
            };
        }
        if (then(alert).due() == null) {
            return (resolution == Resolution.WITHDRAWN ? "" : "it had been achieved, and ")
                    + "there was no date for it any more";
        }
        return switch (resolution) {
            case MET, MET_LATE -> achieved(alert, judged);
            case REPORTED_LATE -> achieved(alert, judged) + ", so only the report was late and the alert false";
            case REPLANNED -> "the date was now " + alert.getDue();
            case ESCALATED ->
                alert.getDue() + " had passed " + lacking(alert) + "; see "
                        + new AlertId(alert.getCluster(), AlertKind.MILESTONE_MISSED, alert.getSubject());
            case RECOVERED -> recovered(alert, judged);
            case WITHDRAWN -> "it was withdrawn";
            case REPORTED, NOTHING_DUE, UNKNOWN -> alert.getSummary();
        };
    }

    private static String achieved(AlertTransition alert, Evidence judged) {
        LocalDate on = judged.getAchievedOn();
        return on == null
                ? alert.getSummary()
                : "it was achieved on " + on + ", " + Words.punctuality(on, alert.getDue());
    }

    private String recovered(AlertTransition alert, Evidence judged) {
        if (alert.getKind() == AlertKind.DATE_SLIPPING) {
            return "the date, " + alert.getDue() + ", was within the limits again";
        }
        if (alert.getCount() == null) {
            return "it promised no number of go-lives any more";
        }
        return judged.getProbability() == null
                ? "there was no forecast for it any more, and the plans sufficed"
                : "its chances were better, " + lacking(alert) + ", and " + alert.getDue() + " as the date";
    }

    /** What was lacking: "with 3 of 12 go-lives, 9 short". */
    private String lacking(AlertTransition alert) {
        return Words.lacking(
                key(alert), alert.getProgress(), alert.getCount(), then(alert).target());
    }

    /** What the reports on it added up to at that step. */
    private Fact then(AlertTransition alert) {
        return words.reports().of(key(alert), alert.getAt()).fold();
    }

    private static FactKey key(AlertTransition alert) {
        return FactKey.ofMilestone(alert.getCluster(), alert.getSubject());
    }
}
