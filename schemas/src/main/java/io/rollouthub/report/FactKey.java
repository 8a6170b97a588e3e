package io.rollouthub.report;

import java.util.List;

/**
 * A thing that suppliers report on. As a text it is what its reports are kept under: {@code <cluster>/<kind>/<id>}.
 *
 * @param id within cluster and kind; its parts are separated by slashes, which no identifier has
 */
public record FactKey(String cluster, EventKind kind, String id) {
    private static final String GO_LIVE = "go-live/";
    private static final String RELEASE = "release/";

    public static FactKey release(String cluster, String product, String release) {
        return new FactKey(cluster, EventKind.RELEASE, product + "/" + release);
    }

    public static FactKey contract(String cluster, String contract) {
        return new FactKey(cluster, EventKind.CONTRACT, contract);
    }

    /** The thing behind a milestone's id. */
    public static FactKey ofMilestone(String cluster, String milestone) {
        if (milestone.startsWith(GO_LIVE)) {
            return new FactKey(cluster, EventKind.GO_LIVE, milestone.substring(GO_LIVE.length()));
        }
        if (milestone.startsWith(RELEASE)) {
            return new FactKey(cluster, EventKind.RELEASE, milestone.substring(RELEASE.length()));
        }
        return new FactKey(cluster, EventKind.COMMITMENT, milestone);
    }

    /** The id of the milestone that this thing is once it has a due date; a contract is none. */
    public String milestone() {
        return switch (kind) {
            case GO_LIVE -> GO_LIVE + id;
            case RELEASE -> RELEASE + id;
            case COMMITMENT, CONTRACT -> id;
        };
    }

    /** What people know it by: the milestone's id behind the cluster's, or which contract it is. */
    public String name() {
        return kind == EventKind.CONTRACT ? cluster + ", contract " + id : ClusterKeys.path(cluster) + milestone();
    }

    /** What all of a kind in a cluster are kept under. */
    public static String kind(String cluster, EventKind kind) {
        return ClusterKeys.path(cluster) + kind + "/";
    }

    /** What is kept of it begins with this. */
    public String path() {
        return this + "/";
    }

    /** The identifiers in its id: site, product and release; product and release; a commitment's; a contract's. */
    public List<String> parts() {
        return List.of(id.split("/"));
    }

    /** The product of a go-live or a release. */
    public String product() {
        List<String> parts = parts();
        return parts.get(parts.size() - 2);
    }

    /** The release of a go-live or a release. */
    public String release() {
        List<String> parts = parts();
        return parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
        return kind(cluster, kind) + id;
    }
}
