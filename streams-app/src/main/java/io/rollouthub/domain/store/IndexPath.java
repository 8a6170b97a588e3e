package io.rollouthub.domain.store;

import io.rollouthub.report.ClusterKeys;

/**
 * Under what the index of a cluster finds those that wait for the same.
 *
 * @param path ends in a slash
 */
public record IndexPath(String path) {
    /** Commitments that wait for a release. */
    public static IndexPath delivered(String cluster, String product, String release) {
        return in(cluster, "delivered/" + product + "/" + release);
    }

    /** Commitments that wait for a contract. */
    public static IndexPath signed(String cluster, String contract) {
        return in(cluster, "signed/" + contract);
    }

    /** Commitments that a daily review looks at. */
    public static IndexPath reviewed(String cluster) {
        return in(cluster, "review");
    }

    /** Forecasts whose date has yet to pass, by that date. */
    public static IndexPath forecasts(String cluster) {
        return in(cluster, "forecast");
    }

    private static IndexPath in(String cluster, String waiting) {
        return new IndexPath(ClusterKeys.path(cluster) + waiting + "/");
    }

    /** The key of one of them. */
    public String of(String one) {
        return path + one;
    }
}
