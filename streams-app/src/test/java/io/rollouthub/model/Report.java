package io.rollouthub.model;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One event as its cluster's ledger sees it: its key, its place in the report order, when it was accepted. */
record Report(
        String cluster,
        FactKey key,
        String supplier,
        String eventId,
        Instant reportedAt,
        @Nullable String replaces,
        Instant acceptedAt,
        SpecificRecord event) {

    static Report of(Object entry, Instant acceptedAt) {
        SpecificRecord event = (SpecificRecord) entry;
        return new Report(
                (String) field(event, "cluster"),
                key(event),
                (String) field(event, "supplier"),
                (String) field(event, "eventId"),
                (Instant) field(event, "reportedAt"),
                (@Nullable String) field(event, "replaces"),
                acceptedAt,
                event);
    }

    private static FactKey key(SpecificRecord event) {
        if (event instanceof GoLiveEvent e) {
            return FactKey.goLive(e.getSite(), e.getProduct(), e.getRelease());
        } else if (event instanceof ReleaseEvent e) {
            return FactKey.release(e.getProduct(), e.getRelease());
        } else if (event instanceof MilestoneEvent e) {
            return FactKey.commitment(e.getMilestone());
        } else if (event instanceof ContractEvent e) {
            return FactKey.contract(e.getContract());
        }
        throw new IllegalArgumentException("not an event: " + event);
    }

    /** §2: a field that every event has. */
    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }

    /** §2: the civil date of the report, if it has one. */
    @Nullable
    LocalDate date() {
        return (@Nullable LocalDate) field(event, "date");
    }

    /** §2: what is reported; a release and a contract call it their stage. */
    Enum<?> status() {
        boolean staged = event instanceof ReleaseEvent || event instanceof ContractEvent;
        return (Enum<?>) field(event, staged ? "stage" : "status");
    }

    /** §3: the same key, supplier and eventId. */
    boolean sameIdAs(Report other) {
        return eventId.equals(other.eventId) && supplier.equals(other.supplier) && key.equals(other.key);
    }

    /** §3: content is all fields but acceptedAt. */
    boolean sameContentAs(Report other) {
        return Content.same(event, other.event);
    }
}
