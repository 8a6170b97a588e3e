package io.rollouthub.domain.forecast;

import io.rollouthub.domain.forecast.NamedSites.Group;
import io.rollouthub.domain.forecast.UnnamedSites.Observed;
import java.util.List;

/**
 * When a count of go-lives will be reached (semantics 9.5).
 *
 * @param needed go-lives that are missing: r, at least 1
 * @param dueIn days from today to the due date, not negative
 * @param groups the matching sites that have a due date and are neither live nor withdrawn, in key order
 * @param hasRecord whether enough promises have ended in the cluster
 */
record CountForecast(int needed, int dueIn, List<Group> groups, Observed observed, boolean hasRecord) {
    private static final int LEAST_OBSERVED = 30;

    /** How many sites have a plan: N. */
    int named() {
        return groups.stream().mapToInt(Group::count).sum();
    }

    /** Whether more go-lives are needed than can come by the due date by the plans: r > n(due). */
    boolean fallsShort() {
        return needed > namedBy(dueIn).sites();
    }

    /** Whether anything can be said. */
    boolean exists() {
        return hasRecord || fallsShort() && observed.days() >= LEAST_OBSERVED;
    }

    /** The probability that the count is reached by the end of the day that is so many days from today. */
    double by(int days) {
        NamedSites named = namedBy(days);
        return unnamedBy(days, named).atLeast(needed, named);
    }

    NamedSites namedBy(int days) {
        return NamedSites.by(days, groups);
    }

    UnnamedSites unnamedBy(int days, NamedSites named) {
        return UnnamedSites.by(days, named, observed, fallsShort(), needed > named());
    }
}
