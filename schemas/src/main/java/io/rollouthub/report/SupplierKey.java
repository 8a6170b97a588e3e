package io.rollouthub.report;

/** The key of a cluster's supplier in the hub's results; as a text {@code <cluster>/<supplier>}. */
public record SupplierKey(String cluster, String supplier) {

    @Override
    public String toString() {
        return ClusterKeys.path(cluster) + supplier;
    }
}
