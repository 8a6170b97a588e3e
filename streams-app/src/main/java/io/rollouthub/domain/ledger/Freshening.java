package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Works out the figures of milestones afresh, of those that are to be told (semantics 10). */
final class Freshening {
    private static final int AT = MilestoneState.getClassSchema().getField("at").pos();

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
            keys.add(key(book, milestone));
        }
        if (book.figures.areAllStale()) {
            openDates.in(book.cluster).forEach((milestone, standing) -> {
                String key = key(book, milestone);
                freshen(book, key, state -> figures.afresh(state, standing, book.today()));
                keys.remove(key);
            });
            if (book.figures.countsAreStale()) {
                keys.addAll(counts(book));
            } else {
                keys.removeAll(counts(book));
            }
            book.figures.areFresh();
        }
        keys.forEach(key -> freshen(book, key));
    }

    /** The pending counts, if reports have moved what they are worked out from. */
    void gathered(ClusterBook book) {
        counts(book).forEach(key -> freshen(book, key));
        book.figures.areFresh();
    }

    private List<String> counts(ClusterBook book) {
        return commitments.reviewed(book.cluster).stream()
                .map(milestone -> key(book, milestone))
                .toList();
    }

    private void freshen(ClusterBook book, String key) {
        freshen(book, key, state -> figures.afresh(state, book.today(), book.time()));
    }

    private void freshen(ClusterBook book, String key, UnaryOperator<MilestoneState> figured) {
        MilestoneState state = milestones.get(key);
        if (state == null) {
            return;
        }
        MilestoneState fresh = figured.apply(state);
        if (fresh == state && book.figures.isUnsure(key)) {
            fresh = MilestoneState.newBuilder(state).build();
        }
        if (fresh != state) {
            fresh.put(AT, book.clock());
            book.figures.told(key, state);
            milestones.put(key, fresh);
        }
    }

    private static String key(ClusterBook book, String milestone) {
        return new MilestoneKey(book.cluster, milestone).toString();
    }
}
