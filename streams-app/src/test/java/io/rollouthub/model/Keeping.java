package io.rollouthub.model;

/** §9.2: will a date be kept? */
final class Keeping {
    private static final double WEIGHT = 10;

    private Keeping() {}

    /** base = (kept + 1) / (kept + broken + 2). */
    static double base(int kept, int broken) {
        return (kept + 1.0) / (kept + broken + 2.0);
    }

    /** c from K(h), B(h) and base, q from Ks(h), Bs(h) and c: (kept + 10 whole) / (kept + broken + 10). */
    static double shrunk(int kept, int broken, double whole) {
        return (kept + WEIGHT * whole) / (kept + broken + WEIGHT);
    }

    /** q of the kept and broken of the cluster, of those that stood at h, and of the supplier's of those. */
    static double q(int kept, int broken, int keptAt, int brokenAt, int supplierKeptAt, int supplierBrokenAt) {
        double c = shrunk(keptAt, brokenAt, base(kept, broken));
        return shrunk(supplierKeptAt, supplierBrokenAt, c);
    }
}
