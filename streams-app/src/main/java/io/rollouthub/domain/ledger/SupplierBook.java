package io.rollouthub.domain.ledger;

import io.rollouthub.journal.Origin;
import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A supplier's counters in a cluster. */
final class SupplierBook {
    private final String cluster;
    private final String supplier;
    private @Nullable Instant lastAcceptedAt;
    private @Nullable String lastEventId;
    private long lastOffset = -1;
    private long accepted;
    private int opened;
    private int replacesUnknown;
    private boolean moved;
    private final Tally milestones = new Tally();

    SupplierBook(String cluster, String supplier) {
        this.cluster = cluster;
        this.supplier = supplier;
    }

    String name() {
        return supplier;
    }

    /** Counts an accepted event. */
    void accept(String eventId, Instant acceptedAt) {
        moved = true;
        accepted++;
        if (lastAcceptedAt == null || !acceptedAt.isBefore(lastAcceptedAt)) {
            lastAcceptedAt = acceptedAt;
            lastEventId = eventId;
        }
    }

    /** Counts an accepted event that was kept; of one instant the last to come was the last. */
    void restore(String eventId, Instant acceptedAt, @Nullable Origin origin) {
        Instant before = lastAcceptedAt;
        String last = lastEventId;
        accept(eventId, acceptedAt);
        long offset = origin == null ? -1 : origin.getOffset();
        if (acceptedAt.equals(before) && offset < lastOffset) {
            lastEventId = last;
        } else if (!acceptedAt.isBefore(lastAcceptedAt)) {
            lastOffset = offset;
        }
    }

    /** Counts a thing of the cluster of which its report was the first. */
    void open() {
        opened++;
    }

    /** How many things of the cluster it was the first to report on. */
    int opened() {
        return opened;
    }

    /** Counts reports more, or less, that replace one that is not known. */
    void replaceUnknown(int by) {
        replacesUnknown += by;
    }

    /** Counts a milestone that it owns, or one less. */
    void count(Status status, int by) {
        moved = true;
        milestones.add(status, by);
    }

    @Nullable
    Instant lastAcceptedAt() {
        return lastAcceptedAt;
    }

    /** Whether it has reported. */
    boolean hasReported() {
        return accepted > 0;
    }

    /** What was told of it is not known any more. */
    void unsure() {
        moved = true;
    }

    /** Whether anything has moved since this was last asked. */
    boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    SupplierStatus status() {
        int met = milestones.of(Status.MET);
        int judged = met + milestones.of(Status.MET_LATE) + milestones.of(Status.MISSED);
        return SupplierStatus.newBuilder()
                .setCluster(cluster)
                .setSupplier(supplier)
                .setLastAcceptedAt(lastAcceptedAt)
                .setLastEventId(lastEventId)
                .setAccepted(accepted)
                .setPending(milestones.of(Status.PENDING))
                .setMet(met)
                .setMetLate(milestones.of(Status.MET_LATE))
                .setMissed(milestones.of(Status.MISSED))
                .setWithdrawn(milestones.of(Status.WITHDRAWN))
                .setReplacesUnknown(replacesUnknown)
                .setHitRate(judged == 0 ? null : (double) met / judged)
                .build();
    }
}
