package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.SortedSet;
import java.util.TreeSet;

/** Works out the figures of milestones afresh, of those that are to be told (semantics 10). */
final class Freshening {
    private final Table<MilestoneState> milestones;
    private final CommitmentIndex commitments;
    private final OpenDates openDates;
    private final MilestoneFigures figures;

    Freshening(
            Table<MilestoneState> milestones,
            CommitmentIndex commitments,
            OpenDates openDates,
            MilestoneFigures figures) {
        this.milestones = milestones;
        this.commitments = commitments;
        this.openDates = openDates;
        this.figures = figures;
    }

    /** Those that have changed, whose own reports have, and all of a cluster at the beginning of a day. */
    void afterSteps(ClusterBook book) {
        SortedSet<String> keys = new TreeSet<>(book.figures.changed());
        for (String milestone : book.figures.own()) {
            keys.add(new MilestoneKey(book.cluster, milestone).toString());
        }
        if (book.figures.areAllStale()) {
            openDates.in(book.cluster).keySet().forEach(milestone -> keys.add(key(book, milestone)));
            counts(book, keys);
            book.figures.areFresh();
        }
        keys.forEach(key -> freshen(book, key));
    }

    /** The pending counts, if reports have moved what they are worked out from. */
    void gathered(ClusterBook book) {
        SortedSet<String> keys = new TreeSet<>();
        counts(book, keys);
        keys.forEach(key -> freshen(book, key));
        book.figures.areFresh();
    }

    private void counts(ClusterBook book, SortedSet<String> keys) {
        commitments.reviewed(book.cluster).forEach(milestone -> keys.add(key(book, milestone)));
    }

    private void freshen(ClusterBook book, String key) {
        MilestoneState state = milestones.get(key);
        if (state == null) {
            return;
        }
        MilestoneState fresh = figures.afresh(state, book.clock, book.time());
        if (!Content.same(state, fresh)) {
            book.figures.told(key, state);
            milestones.put(
                    key, MilestoneState.newBuilder(fresh).setAt(book.clock).build());
        }
    }

    private static String key(ClusterBook book, String milestone) {
        return new MilestoneKey(book.cluster, milestone).toString();
    }
}
