package io.rollouthub.model;

/** §9.5: sites without a plan: Y is negative binomial with shape s and mean m; Y = 0 if one of them is 0. */
record NegativeBinomial(double shape, double mean) {
    private static final double SMALL = 1e-4;
    private static final double NEGLIGIBLE = 1e-15;

    static final NegativeBinomial NONE = new NegativeBinomial(0, 0);

    static NegativeBinomial of(double shape, double mean) {
        return shape <= 0 || mean <= 0 ? NONE : new NegativeBinomial(shape, mean);
    }

    /** P(Y >= j) for j = 0..most. */
    double[] atLeast(int most) {
        double[] exactly = new double[most + 1];
        double below = 0;
        exactly[0] = first();
        for (int j = 0; j < most; j++) {
            below += exactly[j];
            exactly[j + 1] = next(exactly[j], j);
        }
        double[] atLeast = new double[most + 1];
        atLeast[most] = 1 - below > SMALL ? 1 - below : summed(exactly[most], most);
        for (int j = most - 1; j >= 0; j--) {
            atLeast[j] = atLeast[j + 1] + exactly[j];
        }
        return atLeast;
    }

    /** A small P(Y >= j) is P(Y = j) + P(Y = j+1) + …, as 1 - P(Y < j) would have few digits. */
    private double summed(double exactly, int from) {
        double sum = 0;
        double next = exactly;
        for (int j = from; next > NEGLIGIBLE * sum || j <= mean; j++) {
            sum += next;
            next = next(next, j);
        }
        return sum;
    }

    /** P(Y=0) = (s/(s+m))^s. */
    private double first() {
        return mean == 0 ? 1 : Math.pow(shape / (shape + mean), shape);
    }

    /** P(Y=j+1) = P(Y=j) (s+j)/(j+1) m/(s+m). */
    private double next(double exactly, int j) {
        return mean == 0 ? 0 : exactly * (shape + j) / (j + 1) * (mean / (shape + mean));
    }
}
