package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.output.Alert;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.report.MilestoneKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a milestone stands at the cluster's clock. */
final class WhereItStands {
    private final ClusterEvidence evidence;
    private final ProgrammeWords words;
    private final LocalDate today;

    WhereItStands(ClusterEvidence evidence, ProgrammeWords words) {
        this.evidence = evidence;
        this.words = words;
        this.today = words.date(evidence.clock());
    }

    Story.Section of(String cluster, String subject) {
        MilestoneState milestone = evidence.model().milestones().get(new MilestoneKey(cluster, subject).toString());
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(milestone));
        if (milestone != null && milestone.getStatus() == Status.PENDING) {
            Forecast forecast = evidence.forecast(milestone);
            if (forecast != null) {
                sentences.addAll(ForecastWords.now(forecast, milestone, words.date(milestone.getAt())));
            }
        }
        List<Alert> open = evidence.model().openAlerts().stream()
                .filter(alert ->
                        alert.getCluster().equals(cluster) && alert.getSubject().equals(subject))
                .toList();
        if (open.isEmpty()) {
            sentences.add("No alert is open on it.");
        }
        open.forEach(alert ->
                sentences.add("Open since " + words.date(alert.getStartsAt()) + ": " + alert.getAlertId() + "."));
        return new Story.Section("Where it stands on " + today, sentences);
    }

    private String sentence(@Nullable MilestoneState milestone) {
        if (milestone == null) {
            return "It has no date, so it can be neither met nor missed.";
        }
        LocalDate due = milestone.getDue();
        LocalDate achieved = milestone.getAchievedOn();
        String owner = "; it is " + words.supplier(milestone.getOwner()) + "'s to deliver.";
        return switch (milestone.getStatus()) {
            case MET, MET_LATE -> "Achieved on " + achieved + ", " + Words.punctuality(achieved, due) + ".";
            case MISSED ->
                "Missed: due on " + due + ", " + Words.days(Words.between(due, today)) + " ago, "
                        + Words.lacking(milestone, "is") + owner;
            case PENDING ->
                "Pending: due on " + due + (milestone.getUndated() ? " until a new date is named" : "") + ", in "
                        + Words.days(Words.between(today, due))
                        + (milestone.getCount() == null ? "" : ", " + Words.lacking(milestone, "is")) + owner;
            case WITHDRAWN -> "Withdrawn.";
            case UNKNOWN -> "Not known to this version.";
        };
    }
}
