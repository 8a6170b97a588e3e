package io.rollouthub.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Go-lives of sites that have no plan, beside any number of those that have one. */
class UnnamedSitesTest {
    private static final int MILLION = 1_000_000;

    private static NamedSites named(int sites, double expected) {
        return new NamedSites(sites, expected, new TreeMap<>());
    }

    /** The same by the rule, number by number from nothing upwards (semantics 9.5). */
    private static double plainly(UnnamedSites unnamed, int needed, NamedSites named) {
        double[] weights = named.weights();
        double[] enough = new double[weights.length];
        double exactly = Math.pow(unnamed.shape() / (unnamed.shape() + unnamed.mean()), unnamed.shape());
        double less = 0;
        for (int number = 0; number < needed; number++) {
            if (needed - number < weights.length) {
                enough[needed - number] = 1 - less;
            }
            less += exactly;
            exactly *=
                    (unnamed.shape() + number) / (number + 1.0) * unnamed.mean() / (unnamed.shape() + unnamed.mean());
        }
        enough[0] = 1 - less;
        double sum = 0;
        double all = 0;
        for (int x = 0; x < weights.length; x++) {
            all += weights[x];
            sum += weights[x] * (x >= needed ? 1 : enough[x]);
        }
        return sum / all;
    }

    @Test
    void ofAnyNumberTheProbabilityIsWhatTheRuleSays() {
        for (int shape : new int[] {1, 2, 5, 10}) {
            for (double mean : new double[] {0.01, 1, 7.5, 60, 400}) {
                for (int needed : new int[] {1, 2, 10, 75, 300}) {
                    for (NamedSites named : new NamedSites[] {named(0, 0), named(1, 0.4), named(80, 33)}) {
                        UnnamedSites unnamed = new UnnamedSites(shape, mean);
                        assertThat(unnamed.atLeast(needed, named))
                                .as("%s, %d beside %d", unnamed, needed, named.sites())
                                .isCloseTo(plainly(unnamed, needed, named), within(1e-11));
                    }
                }
            }
        }
    }

    /** Of hundreds of commitments that want a million each thousands of days are asked about at each look. */
    @Test
    void aMillionIsReachedAsSurelyAsTheRuleSays() {
        assertThat(new UnnamedSites(1, 1e6).atLeast(MILLION, named(0, 0)))
                .isCloseTo(Math.exp(MILLION * -Math.log1p(1e-6)), Percentage.withPercentage(1e-7));
        assertThat(new UnnamedSites(10, 1e6).atLeast(MILLION, named(3, 1)))
                .isCloseTo(plainly(new UnnamedSites(10, 1e6), MILLION, named(3, 1)), within(1e-9));
        assertThat(new UnnamedSites(10, 100).atLeast(MILLION, named(3, 1))).isZero();
    }

    @Test
    void whereOnlyTheFarthestIsOutOfReachTheOthersCount() {
        UnnamedSites few = new UnnamedSites(10, 100);
        NamedSites many = named(9_000, 5_000);
        double whole = few.atLeast(8_000, many);
        assertThat(whole).isCloseTo(plainly(few, 8_000, many), within(1e-11));
        assertThat(whole).isPositive();
    }
}
