package io.rollouthub.report;

/** The key of a cluster's milestone in the hub's results; as a text {@code <cluster>/<milestone>}. */
public record MilestoneKey(String cluster, String milestone) {

    @Override
    public String toString() {
        return ClusterKeys.path(cluster) + milestone;
    }
}
