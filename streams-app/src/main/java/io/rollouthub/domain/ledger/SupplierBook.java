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
    final Tally milestones;

    SupplierBook(String cluster, String supplier, @Nullable SupplierStatus kept) {
        this.cluster = cluster;
        this.supplier = supplier;
        if (kept == null) {
            milestones = new Tally();
        } else {
            lastAcceptedAt = kept.getLastAcceptedAt();
            lastEventId = kept.getLastEventId();
            accepted = kept.getAccepted();
            milestones = Tally.of(
                    kept.getPending(), kept.getMet(), kept.getMetLate(), kept.getMissed(), kept.getWithdrawn());
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

    SupplierStatus status() {
        int met = milestones.of(Status.MET);
        int judged = met + milestones.of(Status.MET_LATE) + milestones.of(Status.MISSED);
        return new SupplierStatus(
                cluster,
                supplier,
                lastAcceptedAt,
                lastEventId,
                accepted,
                milestones.of(Status.PENDING),
                met,
                milestones.of(Status.MET_LATE),
                milestones.of(Status.MISSED),
                milestones.of(Status.WITHDRAWN),
                judged == 0 ? null : (double) met / judged);
    }
}
