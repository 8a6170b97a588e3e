package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.forecast.Standing;
import io.rollouthub.domain.ledger.StaleFigures.Sweep;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Works out the figures of milestones afresh, of those that are to be told (semantics 10). */
final class Freshening {
    private static final int AT_ONCE = 256;
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

    /**
     * Those that have changed or whose own reports have, and of a cluster at the beginning of a day all, as far as the
     * budget goes.
     *
     * @param sweeps whether to go on with those of the whole cluster
     */
    void afterSteps(ClusterBook book, boolean sweeps, Budget budget) {
        book.figures.noteChanged();
        SortedSet<String> stale = book.figures.stale();
        if (book.figures.dates.isDue()) {
            if (!book.figures.counts.isDue()) {
                stale.removeAll(counts(book)); // the day's review has worked them out
            }
            if (sweeps && sweepDates(book, stale, budget) && book.figures.counts.isDue()) {
                sweepCounts(book, budget);
            }
        }
        while (!stale.isEmpty() && !budget.isSpent()) {
            String key = stale.first();
            stale.remove(key);
            budget.spend();
            freshen(book, key);
        }
    }

    private boolean sweepDates(ClusterBook book, SortedSet<String> stale, Budget budget) {
        Sweep sweep = book.figures.dates;
        while (true) {
            SortedMap<String, Standing> some = openDates.behind(book.cluster, sweep.at, AT_ONCE);
            for (Map.Entry<String, Standing> date : some.entrySet()) {
                if (budget.isSpent()) {
                    return false;
                }
                budget.spend();
                String key = key(book, date.getKey());
                freshen(book, key, state -> figures.afresh(state, date.getValue(), book.today()));
                stale.remove(key);
                sweep.at = date.getKey();
            }
            if (some.size() < AT_ONCE) {
                sweep.end();
                return true;
            }
        }
    }

    /** The pending counts of a cluster, as far as the budget goes. */
    void sweepCounts(ClusterBook book, Budget budget) {
        Sweep sweep = book.figures.counts;
        if (!sweep.isDue()) {
            return;
        }
        for (String milestone : commitments.reviewed(book.cluster)) {
            if (milestone.compareTo(sweep.at) > 0) {
                if (budget.isSpent()) {
                    return;
                }
                budget.spend();
                String key = key(book, milestone);
                freshen(book, key);
                sweep.at = milestone;
            }
        }
        sweep.end();
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
