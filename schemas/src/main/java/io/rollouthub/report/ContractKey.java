package io.rollouthub.report;

/** The key of a cluster's contract in the hub's results; as a text {@code <cluster>/<contract>}. */
public record ContractKey(String cluster, String contract) {

    @Override
    public String toString() {
        return ClusterKeys.path(cluster) + contract;
    }
}
