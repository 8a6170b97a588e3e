package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.MilestoneAlerts.Case;
import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
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

    Reassessment(Table<MilestoneState> milestones, Agenda agenda, Histories histories, Assessment assessment) {
        this.milestones = milestones;
        this.agenda = agenda;
        this.histories = histories;
        this.assessment = assessment;
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
        MilestoneState before = milestones.get(new MilestoneKey(book.cluster, milestone).toString());
        MilestoneState after = assessment.assess(key, fact, step.now(), book.time(), book.observedOn());
        boolean forecast = after != null && after.getProbability() != null; // its dates move with the day
        if (forecast || !Content.same(before, after, "at")) {
            keep(step, new MilestoneKey(book.cluster, milestone).toString(), before, after);
        }
        return new Case(before, after, fact, step.now(), step.cause());
    }

    private void keep(Step step, String key, @Nullable MilestoneState before, @Nullable MilestoneState after) {
        if (before != null) {
            count(step, before, -1);
        }
        if (after == null) {
            milestones.remove(key);
        } else {
            milestones.put(key, after);
            count(step, after, 1);
        }
        step.book().changed.add(key);
    }

    private void count(Step step, MilestoneState milestone, int by) {
        step.book().count(milestone, by);
        step.suppliers().add(milestone.getOwner());
        agenda.follow(step.book(), milestone, by > 0);
    }
}
