package io.rollouthub.model;

/** §9.5: P(X + Y >= r). */
final class Reaching {

    private Reaching() {}

    /** The finite sum over x = 0..n of P(X = x) P(Y >= r - x). */
    static double atLeast(int r, int n, double mu, NegativeBinomial unnamed) {
        double[] named = BetaBinomial.of(n, mu);
        double[] more = unnamed.atLeast(Math.max(0, r));
        double sum = 0;
        for (int x = 0; x <= n; x++) {
            sum += named[x] * more[Math.max(0, r - x)];
        }
        return Math.min(1, sum);
    }
}
