package io.rollouthub.model;

/** §9.5: sites with a plan: X is beta-binomial, n sites, A = 10 mu/n, B = 10 - A; X = 0 if n = 0. */
final class BetaBinomial {
    private static final double WEIGHT = 10;

    private BetaBinomial() {}

    /** P(X = x) for x = 0..n. */
    static double[] of(int n, double mu) {
        double[] p = new double[n + 1];
        double a = n == 0 ? 0 : WEIGHT * mu / n;
        double b = WEIGHT - a;
        if (a <= 0) {
            p[0] = 1;
            return p;
        } else if (b <= 0) {
            p[n] = 1;
            return p;
        }
        p[0] = 1;
        for (int i = 0; i < n; i++) {
            p[0] *= (b + i) / (WEIGHT + i); // P(X=0) = B(A, n + B) / B(A, B), as A + B = 10
        }
        for (int x = 0; x < n; x++) {
            p[x + 1] = p[x] * (n - x) / (x + 1) * (a + x) / (b + n - x - 1);
        }
        return p;
    }
}
