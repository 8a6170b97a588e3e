package io.rollouthub.domain.fact;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import org.apache.avro.specific.SpecificRecord;

/**
 * A thing that suppliers report on.
 *
 * @param id within cluster and kind; its parts are separated by slashes, which no identifier has
 */
public record FactKey(String cluster, Kind kind, String id) {
    private static final String GO_LIVE = "go-live/";
    private static final String RELEASE = "release/";

    /** What kind of thing. */
    public enum Kind {
        GO_LIVE,
        RELEASE,
        COMMITMENT,
        CONTRACT
    }

    /** The thing that an event is about. */
    static FactKey of(SpecificRecord event) {
        if (event instanceof GoLiveEvent e) {
            return new FactKey(e.getCluster(), Kind.GO_LIVE, e.getSite() + "/" + e.getProduct() + "/" + e.getRelease());
        }
        if (event instanceof ReleaseEvent e) {
            return release(e.getCluster(), e.getProduct(), e.getRelease());
        }
        if (event instanceof MilestoneEvent e) {
            return commitment(e.getCluster(), e.getMilestone());
        }
        ContractEvent e = (ContractEvent) event;
        return contract(e.getCluster(), e.getContract());
    }

    public static FactKey release(String cluster, String product, String release) {
        return new FactKey(cluster, Kind.RELEASE, product + "/" + release);
    }

    private static FactKey commitment(String cluster, String milestone) {
        return new FactKey(cluster, Kind.COMMITMENT, milestone);
    }

    public static FactKey contract(String cluster, String contract) {
        return new FactKey(cluster, Kind.CONTRACT, contract);
    }

    /** The thing behind a milestone's id. */
    public static FactKey ofMilestone(String cluster, String milestone) {
        if (milestone.startsWith(GO_LIVE)) {
            return new FactKey(cluster, Kind.GO_LIVE, milestone.substring(GO_LIVE.length()));
        }
        if (milestone.startsWith(RELEASE)) {
            return new FactKey(cluster, Kind.RELEASE, milestone.substring(RELEASE.length()));
        }
        return commitment(cluster, milestone);
    }

    /** The id of the milestone that this thing is once it has a due date; a contract is none. */
    public String milestone() {
        return switch (kind) {
            case GO_LIVE -> GO_LIVE + id;
            case RELEASE -> RELEASE + id;
            case COMMITMENT, CONTRACT -> id;
        };
    }

    /** Under this path its reports are kept. */
    String path() {
        return cluster + "/" + kind + "/" + id + "/";
    }
}
