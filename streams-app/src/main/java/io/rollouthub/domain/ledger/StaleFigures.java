package io.rollouthub.domain.ledger;

import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.output.MilestoneState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which figures of a cluster's milestones have to be told anew with its next rounds, and what was told of them before. */
final class StaleFigures {
    private final Map<String, @Nullable MilestoneState> told = new HashMap<>();
    private final SortedSet<String> stale = new TreeSet<>();
    private final SortedSet<String> progressed = new TreeSet<>();
    private final Set<String> unsure = new HashSet<>();
    /** Of all dates of a cluster, and of its pending counts. */
    final Sweep dates = new Sweep();

    final Sweep counts = new Sweep();
    /** Whether dates may have passed on which forecasts were kept. */
    boolean passed;

    /** Many milestones that are worked out one after the other, in order, and not all at once. */
    static final class Sweep {
        private boolean due;
        private boolean again;
        /** The last that has been worked out; empty: none yet. */
        String at = "";

        boolean isDue() {
            return due;
        }

        /** Has to be made, from the beginning. */
        void anew() {
            due = true;
            again = false;
            at = "";
        }

        /** Has to be made, if need be once more behind the one under way. */
        void ask() {
            again = due && !at.isEmpty();
            due = true;
        }

        /** Need not be made. */
        void cancel() {
            due = false;
            again = false;
            at = "";
        }

        /** All have been worked out. */
        void end() {
            due = again;
            again = false;
            at = "";
        }
    }

    /** A milestone's own reports have changed. */
    void own(String key) {
        stale.add(key);
    }

    /** Those of the whole cluster. */
    void all() {
        dates.anew();
        counts.anew();
        passed = true;
    }

    /** A day has begun: so are those of the whole cluster, but for the counts of go-lives, which its review works out. */
    void reviewed() {
        dates.anew();
        counts.cancel();
        passed = true;
    }

    /** A milestone's state changes: this was told of it before; null if nothing was. */
    void told(String key, @Nullable MilestoneState state) {
        if (!told.containsKey(key)) {
            told.put(key, state);
        }
    }

    /** Which figures were told of a milestone is not known any more. */
    void unsure(String key) {
        unsure.add(key);
    }

    boolean isUnsure(String key) {
        return unsure.contains(key);
    }

    /** The keys of all whose state has changed. */
    Collection<String> changed() {
        return told.keySet();
    }

    @Nullable
    MilestoneState toldOf(String key) {
        return told.get(key);
    }

    /** What has changed is to be worked out afresh; but for pending counts, of which a burst of reports is gathered. */
    void noteChanged() {
        told.forEach((key, state) -> {
            if (!MilestoneFigures.isPendingCount(state)) {
                stale.add(key);
            }
        });
    }

    /** The keys of those that are to be worked out afresh each for itself. */
    SortedSet<String> stale() {
        return stale;
    }

    /** Counts with other go-lives than were told. */
    void progressed(Collection<String> milestones) {
        progressed.addAll(milestones);
    }

    boolean haveProgressed() {
        return !progressed.isEmpty();
    }

    /** So many of them at most, which are told now. */
    Collection<String> takeProgressed(int most) {
        Collection<String> taken = progressed.stream().limit(most).toList();
        progressed.removeAll(taken);
        return taken;
    }

    /** Whether anything is to be told but for counts that are stale. */
    boolean areOwed() {
        return dates.isDue() || passed || !stale.isEmpty() || !progressed.isEmpty();
    }

    /** What has changed is told. */
    void areTold() {
        unsure.removeAll(told.keySet());
        told.clear();
    }
}
