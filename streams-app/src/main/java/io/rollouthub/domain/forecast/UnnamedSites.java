package io.rollouthub.domain.forecast;

import java.util.Map.Entry;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How many go-lives come by a day from sites that have no plan yet: negative binomial (semantics 9.5).
 *
 * @param shape 0: none
 * @param mean 0: none
 */
record UnnamedSites(int shape, double mean) {
    static final UnnamedSites NONE = new UnnamedSites(0, 0);

    private static final int MOST_SHAPE = 10;
    private static final double TIE = 1e-9;
    private static final double NOTHING = 1e-290;

    /**
     * What has been seen of a commitment's sites.
     *
     * @param days how long has been looked at: T
     * @param goLives how many there were in that time: k
     * @param arrivals live sites that appeared in that time
     * @param perSite days that a site took by the commitment's own plan: u
     */
    record Observed(int days, int goLives, Arrivals arrivals, double perSite) {}

    /**
     * The go-lives that come by a day so many days from now.
     *
     * @param fallsShort whether more are needed by the due date than can be named
     * @param unnamed whether more are needed than have a plan at all
     */
    static UnnamedSites by(int days, NamedSites named, Observed observed, boolean fallsShort, boolean unnamed) {
        UnnamedSites arrivals = byArrivals(days, observed, fallsShort);
        if (!unnamed) {
            return arrivals;
        }
        UnnamedSites pace = byPace(days, named, observed);
        return pace.mean >= arrivals.mean - TIE ? pace : arrivals;
    }

    static UnnamedSites byArrivals(int days, Observed observed, boolean fallsShort) {
        int fresh = observed.arrivals().sites(days);
        double time = observed.arrivals().daysLeft(days);
        int one = fallsShort ? 1 : 0;
        double divisor = observed.days() + one * observed.perSite();
        return of(fresh + one, divisor == 0 ? 0 : (time + (double) one * days) / divisor);
    }

    static UnnamedSites byPace(int days, NamedSites named, Observed observed) {
        double most = pace(days, 0, named.byDue().getOrDefault(0, 0.0), named, observed);
        double live = 0;
        for (Entry<Integer, Double> due : named.byDue().entrySet()) {
            live += due.getValue();
            most = Math.max(most, pace(days, due.getKey(), live, named, observed));
        }
        return of(observed.goLives() + 1, Math.max(0, most));
    }

    /** What is left of a pace that is seen from T days ago to so many days from now: e(L). */
    private static double pace(int days, int reach, double live, NamedSites named, Observed observed) {
        double perDay = (observed.goLives() + live + 1) / (observed.days() + reach + observed.perSite());
        return perDay * (days - reach) - (named.expected() - live);
    }

    private static UnnamedSites of(int shape, double mean) {
        return mean == 0 || shape == 0 ? NONE : new UnnamedSites(Math.min(shape, MOST_SHAPE), mean);
    }

    /**
     * The probability that these and the named together are at least so many: the finite sum over the named. Of small
     * numbers alone, so that nothing cancels out.
     *
     * @param needed at least 1
     */
    double atLeast(int needed, NamedSites named) {
        if (needed > named.sites() && isNothing(needed - named.sites())) {
            return 0;
        }
        Tail tail = new Tail(needed);
        double all = 0;
        double enough = 0;
        int beside = needed; // of these are needed beside x named
        for (double weight : named.weights()) {
            all += weight;
            enough += weight * (beside <= 0 ? 1 : tail.from(beside));
            beside--;
        }
        return enough / all;
    }

    /** Whether so many or more are out of reach, so that there is nothing to be summed up. */
    private boolean isNothing(int many) {
        return shape == 0 || RegularizedBeta.value(mean / (shape + mean), many, shape) < NOTHING;
    }

    /** The probabilities of so many or more, asked for from the farthest number down. */
    private final class Tail {
        private double exactly;
        private int number;
        private double atLeast;

        /**
         * @param farthest the highest number that is asked for; where nothing is left there, the highest with something
         */
        Tail(int farthest) {
            if (shape > 0) {
                number = farthest < mean || exactly(farthest) > NOTHING ? farthest : firstOfNothing(farthest);
                exactly = exactly(number);
                atLeast = number == 0 ? 1 : RegularizedBeta.value(mean / (shape + mean), number, shape);
            }
        }

        /** The lowest number behind the mean, from where on they become less likely, with which there is nothing left. */
        private int firstOfNothing(int nothing) {
            int lo = (int) Math.ceil(mean);
            int hi = nothing;
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (exactly(mid) > NOTHING) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            return hi;
        }

        /** The probability of exactly so many; by logarithms, so that a million costs what one does. */
        private double exactly(int many) {
            double log = -shape * Math.log1p(mean / shape) - many * Math.log1p(shape / mean);
            for (int one = 1; one < shape; one++) {
                log += Math.log((many + (double) one) / one);
            }
            return Math.exp(log);
        }

        double from(int wanted) {
            if (shape == 0 || wanted > number) {
                return 0;
            }
            while (number > wanted) {
                exactly = exactly * number / (shape + number - 1.0) * ((shape + mean) / mean);
                atLeast += exactly;
                number--;
            }
            return atLeast;
        }
    }
}
