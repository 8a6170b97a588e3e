package io.rollouthub.testkit;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Events with all that they must have: of supplier {@code acme} on cluster {@code south}, about site {@code s}, product
 * {@code p}, release {@code r}, commitment {@code m} and contract {@code k}, reported when 1970 began; for the tests to say
 * what is otherwise.
 */
public final class Events {
    private Events() {}

    public static GoLiveEvent.Builder goLive(String eventId, GoLiveStatus status, @Nullable LocalDate date) {
        return GoLiveEvent.newBuilder()
                .setEventId(eventId)
                .setReportedAt(Instant.EPOCH)
                .setSupplier("acme")
                .setCluster("south")
                .setSite("s")
                .setProduct("p")
                .setRelease("r")
                .setStatus(status)
                .setDate(date);
    }

    public static ReleaseEvent.Builder release(String eventId, ReleaseStage stage, @Nullable LocalDate date) {
        return ReleaseEvent.newBuilder()
                .setEventId(eventId)
                .setReportedAt(Instant.EPOCH)
                .setSupplier("acme")
                .setCluster("south")
                .setProduct("p")
                .setRelease("r")
                .setStage(stage)
                .setDate(date);
    }

    public static MilestoneEvent.Builder commitment(String eventId, MilestoneStatus status, @Nullable LocalDate date) {
        return MilestoneEvent.newBuilder()
                .setEventId(eventId)
                .setReportedAt(Instant.EPOCH)
                .setSupplier("acme")
                .setCluster("south")
                .setMilestone("m")
                .setTitle("M")
                .setStatus(status)
                .setDate(date);
    }

    public static ContractEvent.Builder contract(String eventId, ContractStage stage, @Nullable LocalDate date) {
        return ContractEvent.newBuilder()
                .setEventId(eventId)
                .setReportedAt(Instant.EPOCH)
                .setSupplier("acme")
                .setCluster("south")
                .setContract("k")
                .setBuyer("buyer")
                .setProvider("provider")
                .setStage(stage)
                .setDate(date);
    }
}
