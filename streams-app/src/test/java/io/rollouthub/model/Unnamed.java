package io.rollouthub.model;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * §9.5: the sites without a plan that go live by a day D.
 *
 * @param sites the n sites that can be live by D
 * @param arrivals the matching live facts
 * @param observedDays T
 * @param horizon h = D - today
 * @param daysAGoLive u = max(1, due - made0)/count
 * @param needed r
 * @param pending N
 * @param shortOfPlans r > n(due)
 */
record Unnamed(
        List<Site> sites,
        List<Arrival> arrivals,
        int observedDays,
        int horizon,
        double daysAGoLive,
        int needed,
        int pending,
        boolean shortOfPlans) {
    private static final double TIE = 1e-9;
    private static final int LARGEST_SHAPE = 10;

    /** A site due so many days from today, live by D with probability p. */
    record Site(int daysAhead, double p) {}

    /** A live fact that appeared so many days ago, so many days before its live date. */
    record Arrival(int ago, int lead) {

        /** today - the live date. */
        int liveAgo() {
            return ago - lead;
        }
    }

    /** u = max(1, due - made0)/count. */
    static double daysAGoLive(int span, int count) {
        return (double) Math.max(1, span) / count;
    }

    /** In (today - T, today]. */
    private boolean inWindow(int ago) {
        return ago >= 0 && ago < observedDays;
    }

    /** k = matching live dates in (today - T, today]. */
    int goLives() {
        return (int)
                arrivals.stream().filter(arrival -> inWindow(arrival.liveAgo())).count();
    }

    /** f = how many of those with a < h appeared in (today - T, today]. */
    int fresh() {
        return freshOnes().size();
    }

    private List<Arrival> freshOnes() {
        return arrivals.stream()
                .filter(arrival -> arrival.lead() < horizon && inWindow(arrival.ago()))
                .toList();
    }

    /** j = 1 if r > n(due), else 0. */
    private int oneMore() {
        return shortOfPlans ? 1 : 0;
    }

    /** By arrivals: m = (sum of their (h - a) + j h) / (T + j u), 0 if the divisor is 0; s = min(f + j, 10). */
    NegativeBinomial byArrivals() {
        double sum = 0;
        for (Arrival arrival : freshOnes()) {
            sum += horizon - arrival.lead();
        }
        double divisor = observedDays + oneMore() * daysAGoLive;
        double mean = divisor == 0 ? 0 : (sum + oneMore() * horizon) / divisor;
        return NegativeBinomial.of(Math.min(fresh() + oneMore(), LARGEST_SHAPE), mean);
    }

    /** mu = the sum of the p of the n sites. */
    double expected() {
        double sum = 0;
        for (Site site : sites) {
            sum += site.p();
        }
        return sum;
    }

    /** M(L) = the sum of the p of those of the n sites with due - today <= L. */
    private double expectedWithin(int l) {
        double sum = 0;
        for (Site site : sites) {
            sum += site.daysAhead() <= l ? site.p() : 0;
        }
        return sum;
    }

    /** By pace: the L, of 0 and the days ahead of the n sites, whose e(L) is the largest; null if none is positive. */
    @Nullable
    Integer reach() {
        return reach(goLives(), expected());
    }

    private @Nullable Integer reach(int k, double mu) {
        TreeSet<Integer> all = new TreeSet<>();
        all.add(0);
        for (Site site : sites) {
            all.add(Math.max(0, site.daysAhead()));
        }
        Integer reach = null;
        double most = 0;
        for (int l : all) {
            double beyond = beyond(l, k, mu);
            if (beyond > most) {
                reach = l;
                most = beyond;
            }
        }
        return reach;
    }

    /** e(L) = (k + M(L) + 1) / (T + L + u) x (h - L) - (mu - M(L)). */
    private double beyond(int l, int k, double mu) {
        double within = expectedWithin(l);
        return (k + within + 1) / (observedDays + l + daysAGoLive) * (horizon - l) - (mu - within);
    }

    /** By pace, if r > N: m' = the largest e(L), 0 if none is positive; s' = min(k + 1, 10). Null: not for it. */
    @Nullable
    NegativeBinomial byPace() {
        if (needed <= pending) {
            return null;
        }
        int k = goLives();
        double mu = expected();
        Integer reach = reach(k, mu);
        return NegativeBinomial.of(Math.min(k + 1, LARGEST_SHAPE), reach == null ? 0 : beyond(reach, k, mu));
    }

    /** What Y has: by pace where m' >= m - 1e-9, else by arrivals. */
    NegativeBinomial all() {
        NegativeBinomial byArrivals = byArrivals();
        NegativeBinomial byPace = byPace();
        return byPace != null && byPace.mean() >= byArrivals.mean() - TIE ? byPace : byArrivals;
    }
}
