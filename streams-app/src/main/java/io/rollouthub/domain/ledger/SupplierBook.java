package io.rollouthub.domain.ledger;

import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A supplier's counters in a cluster while a journal entry is applied. */
final class SupplierBook {
    private final String cluster;
    private final String supplier;
    private @Nullable Instant lastAcceptedAt;
    private @Nullable String lastEventId;
    private long accepted;
    private int replacesUnknown;
    final Tally milestones = new Tally();

    SupplierBook(String cluster, String supplier, @Nullable SupplierStatus kept) {
        this.cluster = cluster;
        this.supplier = supplier;
        if (kept != null) {
            lastAcceptedAt = kept.getLastAcceptedAt();
            lastEventId = kept.getLastEventId();
            accepted = kept.getAccepted();
            replacesUnknown = kept.getReplacesUnknown();
            milestones
                    .add(Status.PENDING, kept.getPending())
                    .add(Status.MET, kept.getMet())
                    .add(Status.MET_LATE, kept.getMetLate())
                    .add(Status.MISSED, kept.getMissed())
                    .add(Status.WITHDRAWN, kept.getWithdrawn());
        }
    }

    /** Counts an accepted event. */
    void accept(String eventId, Instant acceptedAt) {
        accepted++;
        if (lastAcceptedAt == null || !acceptedAt.isBefore(lastAcceptedAt)) {
            lastAcceptedAt = acceptedAt;
            lastEventId = eventId;
        }
    }

    /** Counts reports more, or less, that replace one that is not known. */
    void replaceUnknown(int by) {
        replacesUnknown += by;
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
