package io.rollouthub.report;

import java.time.YearMonth;

/**
 * The key of a rate in the hub's results: {@code <cluster>/<yyyy-MM>} of a month as a whole, and behind it
 * {@code /supplier/<supplier>} or {@code /release/<product>/<release>} of a part of it.
 *
 * @param part what stands behind the month, beginning with a slash; empty: the month as a whole
 */
public record RateKey(String cluster, YearMonth month, String part) {
    public static RateKey ofMonth(String cluster, YearMonth month) {
        return new RateKey(cluster, month, "");
    }

    public static RateKey ofSupplier(String cluster, YearMonth month, String supplier) {
        return new RateKey(cluster, month, "/supplier/" + supplier);
    }

    public static RateKey ofRelease(String cluster, YearMonth month, String product, String release) {
        return new RateKey(cluster, month, "/release/" + product + "/" + release);
    }

    @Override
    public String toString() {
        return ClusterKeys.path(cluster) + month + part;
    }
}
