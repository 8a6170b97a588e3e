package io.rollouthub.domain.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Live sites that appeared within some days, by how long each took from then on (semantics 9.5), summed up so that a question
 * for any day is a look-up. Whole numbers, so that the order of adding shows nowhere.
 */
final class Arrivals {
    /** Ascending, as often as there are appearances. */
    private final int[] leads;

    /** How many sites there are up to the appearance of the same place, and the days that they took. */
    private final int[] sites;

    private final long[] days;

    private Arrivals(List<Appearance> byLead) {
        leads = new int[byLead.size()];
        sites = new int[byLead.size()];
        days = new long[byLead.size()];
        int allSites = 0;
        long allDays = 0;
        for (int place = 0; place < leads.length; place++) {
            Appearance one = byLead.get(place);
            allSites += one.count();
            allDays += (long) one.count() * one.lead();
            leads[place] = one.lead();
            sites[place] = allSites;
            days[place] = allDays;
        }
    }

    /** @param window days that are looked at: T */
    static Arrivals within(int window, List<Appearance> appeared) {
        return new Arrivals(appeared.stream()
                .filter(site -> site.ago() >= 0 && site.ago() < window)
                .sorted(Comparator.comparingInt(Appearance::lead))
                .toList());
    }

    /** How many took less than so many days. */
    int sites(int less) {
        int last = last(less);
        return last < 0 ? 0 : sites[last];
    }

    /** By how many days they took less, all together. */
    double daysLeft(int less) {
        int last = last(less);
        return last < 0 ? 0 : (double) ((long) sites[last] * less - days[last]);
    }

    /** The place of the last one that took less than so many days; negative: none did. */
    private int last(int less) {
        int place = Arrays.binarySearch(leads, less);
        int end = place < 0 ? -place - 1 : place;
        while (end > 0 && leads[end - 1] >= less) {
            end--; // any of several that took as many
        }
        return end - 1;
    }
}
