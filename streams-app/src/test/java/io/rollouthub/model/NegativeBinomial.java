package io.rollouthub.model;

import java.util.ArrayList;
import java.util.List;

/** §9.5: sites without a plan: Y is negative binomial with shape s and mean m; Y = 0 if one of them is 0. */
record NegativeBinomial(double shape, double mean) {
    private static final double NEGLIGIBLE = 1e-30;

    static final NegativeBinomial NONE = new NegativeBinomial(0, 0);

    static NegativeBinomial of(double shape, double mean) {
        return shape <= 0 || mean <= 0 ? NONE : new NegativeBinomial(shape, mean);
    }

    /** P(Y >= j) for j = 0..most at least, each the sum of P(Y = j), P(Y = j + 1), … from its small end. */
    double[] atLeast(int most) {
        List<Double> p = exactly(most);
        double[] atLeast = new double[p.size() + 1];
        for (int j = p.size() - 1; j >= 0; j--) {
            atLeast[j] = atLeast[j + 1] + p.get(j);
        }
        return atLeast;
    }

    /** P(Y=0) = (s/(s+m))^s, P(Y=j+1) = P(Y=j) (s+j)/(j+1) m/(s+m), beyond most until the rest is next to nothing. */
    private List<Double> exactly(int most) {
        List<Double> p = new ArrayList<>();
        double next = shape == 0 || mean == 0 ? 1 : Math.pow(shape / (shape + mean), shape);
        for (int j = 0; j <= most || j <= mean || next > NEGLIGIBLE; j++) {
            p.add(next);
            next = shape == 0 || mean == 0 ? 0 : next * (shape + j) / (j + 1) * (mean / (shape + mean));
        }
        return p;
    }
}
