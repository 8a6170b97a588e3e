package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.alert.Review;
import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.forecast.Figures;
import io.rollouthub.domain.forecast.Pledge;
import io.rollouthub.domain.ledger.Step.What;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import java.util.Objects;
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

    /** Takes a milestone in again, of which is not known which figures were told. */
    void restore(ClusterBook book, History history) {
        MilestoneState.Builder assessed =
                assessment.assess(history.key(), history.fold(), book.goLives, book.clock(), book.time());
        if (assessed != null) {
            MilestoneState state = assessed.build();
            String row = new MilestoneKey(book.cluster, state.getMilestone()).toString();
            milestones.put(row, state);
            book.count(state, 1);
            agenda.follow(book, state, true);
            book.figures.unsure(row);
        }
    }

    /** A milestone to judge; if it has changed its owners are touched as well. */
    Case of(Step step, String milestone) {
        ClusterBook book = step.book();
        FactKey key = FactKey.ofMilestone(book.cluster, milestone);
        Fact fact = histories.of(key).fold();
        String row = new MilestoneKey(book.cluster, milestone).toString();
        MilestoneState before = milestones.get(row);
        MilestoneState.Builder assessed = assessment.assess(key, fact, book.goLives, step.now(), book.time());
        Pledge reviewed = step.isReview() ? pledge(assessed, fact, book) : null;
        MilestoneState after = assessed == null ? null : figured(assessed, reviewed, before, book);
        if (!Content.same(before, after, "at")) {
            keep(step, row, before, after);
        }
        MilestoneState last = after == null && before != null ? upToDate(before, book) : before;
        if (step.what() == What.ENTRY_RESUMED) {
            book.figures.unsure(row);
            book.figures.told(row, before);
            last = after == null ? former(step, key) : last;
        }
        return new Case(last, after, fact, step.now(), step.cause(), review(after, reviewed, book));
    }

    /** The same of one that has been assessed in this step, and has not ceased to exist. */
    Case again(Step step, String milestone) {
        ClusterBook book = step.book();
        Fact fact = histories.of(FactKey.ofMilestone(book.cluster, milestone)).fold();
        MilestoneState state = milestones.get(new MilestoneKey(book.cluster, milestone).toString());
        Pledge reviewed = step.isReview() && state != null && MilestoneFigures.isPendingCount(state)
                ? MilestoneFigures.pledge(fact, state.getProgress(), book.time())
                : null;
        return new Case(state, state, fact, step.now(), step.cause(), review(state, reviewed, book));
    }

    /** A milestone as it last was, with the progress that its count had by then, which is else told in rounds. */
    private static MilestoneState upToDate(MilestoneState last, ClusterBook book) {
        if (last.getCount() == null) {
            return last;
        }
        Count target = new Count(last.getCount(), last.getSince(), last.getProduct(), last.getRelease());
        return MilestoneState.newBuilder(last)
                .setProgress(book.goLives.reached(target).progress())
                .build();
    }

    /** A milestone that has ceased to exist as it was before the report of a step; null if it did not exist then either. */
    private @Nullable MilestoneState former(Step step, FactKey key) {
        ClusterBook book = step.book();
        ReportedEvent report = Objects.requireNonNull(step.report());
        MilestoneState.Builder former =
                assessment.assess(key, histories.of(key).without(report).fold(), book.goLives, step.now(), book.time());
        return former == null ? null : former.build();
    }

    /** What a pending count of go-lives has promised; null of all others. */
    private static @Nullable Pledge pledge(MilestoneState.@Nullable Builder assessed, Fact fact, ClusterBook book) {
        return assessed != null
                        && assessed.getStatus() == Status.PENDING
                        && assessed.getTargetKind() == TargetKind.GO_LIVE_COUNT
                ? MilestoneFigures.pledge(fact, assessed.getProgress(), book.time())
                : null;
    }

    /** At a review a pending count has its figures afresh; else they are as they were told, until the next round. */
    private MilestoneState figured(
            MilestoneState.Builder assessed,
            @Nullable Pledge reviewed,
            @Nullable MilestoneState before,
            ClusterBook book) {
        if (reviewed != null) {
            return figures.add(assessed, reviewed, book.today()).build();
        }
        return before != null
                        && before.getStatus() == assessed.getStatus()
                        && before.getTargetKind() == assessed.getTargetKind()
                ? Figures.of(before)
                        .addTo(assessed)
                        .setRequiredPerMonth(before.getRequiredPerMonth())
                        .build()
                : assessed.build();
    }

    private @Nullable Review review(@Nullable MilestoneState after, @Nullable Pledge reviewed, ClusterBook book) {
        if (after == null || reviewed == null) {
            return null;
        }
        ClusterForecast forecast = figures.forecast(book.cluster, book.today());
        return new Review(
                forecast.fallsShort(reviewed), forecast.broken(), forecast.ahead(after.getOwner(), after.getDue()));
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
