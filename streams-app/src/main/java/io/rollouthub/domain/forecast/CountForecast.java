package io.rollouthub.domain.forecast;

import io.rollouthub.domain.forecast.NamedSites.Group;
import io.rollouthub.domain.forecast.UnnamedSites.Observed;
import java.util.HashMap;
import java.util.Map;

/** When a count of go-lives will be reached (semantics 9.5). */
final class CountForecast {
    private static final int LEAST_OBSERVED = 30;

    private final int needed;
    private final int dueIn;
    private final SeenSites seen;
    private final Observed observed;
    private final boolean hasRecord;
    private final int named;
    private final NamedSites namedByDue;
    private final Map<Integer, Double> known = new HashMap<>();

    /**
     * @param needed go-lives that are missing: r, at least 1
     * @param dueIn days from today to the due date, not negative
     * @param seen what is known of the sites that it counts
     * @param hasRecord whether enough promises have ended in the cluster
     */
    CountForecast(int needed, int dueIn, SeenSites seen, Observed observed, boolean hasRecord) {
        this.needed = needed;
        this.dueIn = dueIn;
        this.seen = seen;
        this.observed = observed;
        this.hasRecord = hasRecord;
        this.named = seen.groups().stream().mapToInt(Group::count).sum();
        this.namedByDue = seen.namedBy(dueIn);
    }

    Observed observed() {
        return observed;
    }

    /** How many sites have a plan: N. */
    int named() {
        return named;
    }

    /** Those of them that can be live by the due date. */
    NamedSites namedByDue() {
        return namedByDue;
    }

    /** What is expected of others by then. */
    UnnamedSites unnamedByDue() {
        return unnamedBy(dueIn, namedByDue);
    }

    /** Whether more go-lives are needed than can come by the due date by the plans: r > n(due). */
    boolean fallsShort() {
        return needed > namedByDue.sites();
    }

    /** Whether anything can be said. */
    boolean exists() {
        return hasRecord || fallsShort() && observed.days() >= LEAST_OBSERVED;
    }

    /** The probability that the count is reached by the due date. */
    double byDue() {
        return by(dueIn);
    }

    /** The same by the end of the day that is so many days from today; several questions ask for the same days. */
    double by(int days) {
        return known.computeIfAbsent(days, this::probability);
    }

    private double probability(int days) {
        NamedSites then = seen.namedBy(days);
        return unnamedBy(days, then).atLeast(needed, then);
    }

    private UnnamedSites unnamedBy(int days, NamedSites then) {
        return UnnamedSites.by(days, then, observed, fallsShort(), needed > named);
    }
}
