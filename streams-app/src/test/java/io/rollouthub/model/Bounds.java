package io.rollouthub.model;

/** §9: comparisons of a probability with a bound, with a tolerance of 1e-12: equal is not below, equal is reached. */
final class Bounds {
    private static final double TOLERANCE = 1e-12;

    private Bounds() {}

    static boolean below(double probability, double bound) {
        return probability < bound - TOLERANCE;
    }

    static boolean reached(double probability, double bound) {
        return !below(probability, bound);
    }
}
