package io.rollouthub.domain.ledger;

import io.rollouthub.output.MilestoneState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which milestones of a cluster have to be told anew with its next round, and what was told of them before. */
final class StaleFigures {
    private final Map<String, @Nullable MilestoneState> told = new HashMap<>();
    private final SortedSet<String> own = new TreeSet<>();
    private final Set<String> unsure = new HashSet<>();
    private boolean counts;
    private boolean all;

    /** A milestone's own reports have changed. */
    void own(String milestone) {
        own.add(milestone);
    }

    /** So has what the forecasts of others are worked out from. */
    void counts() {
        counts = true;
    }

    /** Those of the whole cluster. */
    void all() {
        all = true;
        counts = true;
    }

    /** A day has begun: so are those of the whole cluster, but for the counts of go-lives, which its review works out. */
    void reviewed() {
        all = true;
        counts = false;
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

    /** Milestones whose own reports have changed. */
    Collection<String> own() {
        return own;
    }

    boolean areAllStale() {
        return all;
    }

    boolean countsAreStale() {
        return counts;
    }

    /** All are worked out. */
    void areFresh() {
        counts = false;
        all = false;
    }

    /** What has changed is told. */
    void areTold() {
        unsure.removeAll(told.keySet());
        told.clear();
        own.clear();
    }
}
