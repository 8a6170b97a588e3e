package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.alert.Review;
import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.forecast.Figures;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assesses every milestone that a step touches afresh, and keeps and counts those that have changed. */
final class Reassessment {
    private final Table<MilestoneState> milestones;
    private final Agenda agenda;
    private final Histories histories;
    private final Assessment assessment;
    private final MilestoneFigures figures;

    Reassessment(
            Table<MilestoneState> milestones,
            Agenda agenda,
            Histories histories,
            Assessment assessment,
            MilestoneFigures figures) {
        this.milestones = milestones;
        this.agenda = agenda;
        this.histories = histories;
        this.assessment = assessment;
        this.figures = figures;
    }

    /** The milestones to judge; the owners of those that have changed are touched as well. */
    List<Case> of(Step step) {
        return step.milestones().stream()
                .map(milestone -> assess(step, milestone))
                .toList();
    }

    private Case assess(Step step, String milestone) {
        ClusterBook book = step.book();
        FactKey key = FactKey.ofMilestone(book.cluster, milestone);
        Fact fact = histories.of(key).fold();
        String row = new MilestoneKey(book.cluster, milestone).toString();
        MilestoneState before = milestones.get(row);
        MilestoneState after = figured(step, assessment.assess(key, fact, step.now(), book.time()), before);
        if (!Content.same(before, after, "at")) {
            keep(step, row, before, after);
        }
        return new Case(before, after, fact, step.now(), step.cause(), review(step, after));
    }

    /** At a review a pending count has its figures afresh; else they are as they were told, until the books are closed. */
    private @Nullable MilestoneState figured(
            Step step, @Nullable MilestoneState after, @Nullable MilestoneState before) {
        if (after == null) {
            return null;
        }
        if (step.isReview() && MilestoneFigures.isPendingCount(after)) {
            return figures.afresh(after, step.now(), step.book().time());
        }
        return before != null && before.getStatus() == after.getStatus()
                ? Figures.of(before)
                        .addTo(MilestoneState.newBuilder(after))
                        .setRequiredPerMonth(before.getRequiredPerMonth())
                        .build()
                : after;
    }

    private @Nullable Review review(Step step, @Nullable MilestoneState after) {
        if (!step.isReview() || after == null || !MilestoneFigures.isPendingCount(after)) {
            return null;
        }
        CivilTime time = step.book().time();
        ClusterForecast forecast = figures.forecast(step.book().cluster, step.now(), time);
        return new Review(
                forecast.fallsShort(figures.pledge(after, time)),
                forecast.broken(),
                forecast.ahead(after.getOwner(), after.getDue()));
    }

    private void keep(Step step, String row, @Nullable MilestoneState before, @Nullable MilestoneState after) {
        step.book().figures.told(row, before);
        if (before != null) {
            count(step, before, -1);
        }
        if (after == null) {
            milestones.remove(row);
        } else {
            milestones.put(row, after);
            count(step, after, 1);
        }
    }

    private void count(Step step, MilestoneState milestone, int by) {
        step.book().count(milestone, by);
        step.suppliers().add(milestone.getOwner());
        agenda.follow(step.book(), milestone, by > 0);
    }
}
