package io.rollouthub.domain.forecast;

/** Compares a probability with a bound: what differs by no more than floating point does is equal (semantics 9). */
public final class Bound {
    private static final double TOLERANCE = 1e-12;

    private Bound() {}

    /** Equal is not below. */
    public static boolean isBelow(double probability, double bound) {
        return probability < bound - TOLERANCE;
    }

    /** Equal is reached. */
    static boolean isReached(double probability, double bound) {
        return probability >= bound - TOLERANCE;
    }
}
