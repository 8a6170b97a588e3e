package io.rollouthub.domain.forecast;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sites with a plan that a commitment counts, as far as they can be live by a day (semantics 9.5).
 *
 * @param sites how many: n
 * @param expected how many of them will be live: mu
 * @param byDue the same by their due dates, in days from today; those of today and before at 0
 */
record NamedSites(int sites, double expected, SortedMap<Integer, Double> byDue) {
    /** So many promises is the trust in the mean of the sites' probabilities worth. */
    private static final double TRUST = 10;

    /** Sites that are alike. */
    record Group(DateForecast forecast, int count) {}

    /**
     * Looks at a day.
     *
     * @param groups in key order, so that the sum is always the same
     */
    static NamedSites by(int days, List<Group> groups) {
        int sites = 0;
        double expected = 0;
        SortedMap<Integer, Double> byDue = new TreeMap<>();
        for (Group group : groups) {
            if (group.forecast().canBeBy(days)) {
                double live = group.count() * group.forecast().by(days);
                sites += group.count();
                expected += live;
                byDue.merge(Math.max(0, group.forecast().dueIn()), live, Double::sum);
            }
        }
        return new NamedSites(sites, expected, byDue);
    }

    /**
     * How likely it is that 0, 1, … n of them are live: beta-binomial with A = 10 mu/n and B = 10 - A. Weights, to be
     * divided by their sum: each follows from the one before, so that nothing cancels out.
     */
    double[] weights() {
        double[] weights = new double[sites + 1];
        weights[0] = 1;
        if (sites == 0) {
            return weights;
        }
        double a = TRUST * expected / sites;
        double b = Math.max(TRUST - a, Double.MIN_NORMAL); // no site is certain, but a sum may be rounded to that
        for (int x = 0; x < sites; x++) {
            weights[x + 1] = weights[x] * (sites - x) / (x + 1.0) * (a + x) / (b + sites - x - 1);
        }
        return weights;
    }
}
