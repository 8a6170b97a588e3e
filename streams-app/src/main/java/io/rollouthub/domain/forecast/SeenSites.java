package io.rollouthub.domain.forecast;

import io.rollouthub.domain.forecast.NamedSites.Group;
import io.rollouthub.domain.forecast.UnnamedSites.Observed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a cluster has seen of the sites of a product or a release as of a day, for all commitments that count them (9.5). */
final class SeenSites {
    private static final int MOST_DAYS = 512;

    private final @Nullable LocalDate first;
    private final List<Group> groups;
    private final List<Appearance> appeared;
    private final Map<Integer, Window> windows = new HashMap<>();
    private final Map<Integer, NamedSites> named = new HashMap<>();

    /**
     * What happened within some days.
     *
     * @param goLives how many there were: k
     */
    private record Window(int goLives, Arrivals arrivals) {}

    /**
     * @param first when the earliest thing happened that these have to do with; null: nothing has
     * @param groups those that have a due date and are neither live nor withdrawn, in key order
     * @param appeared those that are live
     */
    SeenSites(@Nullable LocalDate first, List<Group> groups, List<Appearance> appeared) {
        this.first = first;
        this.groups = groups;
        this.appeared = appeared;
    }

    /** When the earliest thing happened, a commitment's own making among it. */
    LocalDate firstBeside(LocalDate made) {
        return first == null || made.isBefore(first) ? made : first;
    }

    List<Group> groups() {
        return groups;
    }

    /** Those of them that can be live within so many days. */
    NamedSites namedBy(int days) {
        NamedSites known = named.get(days);
        if (known == null) {
            known = NamedSites.by(days, groups);
            if (named.size() < MOST_DAYS) {
                named.put(days, known);
            }
        }
        return known;
    }

    /** @param perSite days that a site took by a commitment's own plan */
    Observed within(int days, double perSite) {
        Window window = windows.computeIfAbsent(
                days, many -> new Window(goLives(appeared, many), Arrivals.within(many, appeared)));
        return new Observed(days, window.goLives(), window.arrivals(), perSite);
    }

    /** How many went live within so many days: k. */
    static int goLives(List<Appearance> appeared, int days) {
        return appeared.stream()
                .filter(site -> site.ago() - site.lead() >= 0 && site.ago() - site.lead() < days)
                .mapToInt(Appearance::count)
                .sum();
    }
}
