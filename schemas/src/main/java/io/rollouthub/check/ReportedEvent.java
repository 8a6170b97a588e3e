package io.rollouthub.check;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the four event records have in common.
 *
 * @param event the record itself
 * @param status its status or stage, one of the four enums of {@code io.rollouthub.event}
 */
public record ReportedEvent(
        SpecificRecord event,
        String eventId,
        Instant reportedAt,
        String supplier,
        String cluster,
        Enum<?> status,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String replaces) {

    /** Whether this is one of the four event records. */
    public static boolean isOne(SpecificRecord event) {
        return event instanceof GoLiveEvent
                || event instanceof ReleaseEvent
                || event instanceof MilestoneEvent
                || event instanceof ContractEvent;
    }

    /**
     * The common view of an event.
     *
     * @throws IllegalArgumentException if it {@linkplain #isOne is none of the four}
     */
    public static ReportedEvent of(SpecificRecord event) {
        if (event instanceof GoLiveEvent e) {
            return new ReportedEvent(
                    e,
                    e.getEventId(),
                    e.getReportedAt(),
                    e.getSupplier(),
                    e.getCluster(),
                    e.getStatus(),
                    e.getDate(),
                    e.getSource(),
                    e.getReplaces());
        }
        if (event instanceof ReleaseEvent e) {
            return new ReportedEvent(
                    e,
                    e.getEventId(),
                    e.getReportedAt(),
                    e.getSupplier(),
                    e.getCluster(),
                    e.getStage(),
                    e.getDate(),
                    e.getSource(),
                    e.getReplaces());
        }
        if (event instanceof MilestoneEvent e) {
            return new ReportedEvent(
                    e,
                    e.getEventId(),
                    e.getReportedAt(),
                    e.getSupplier(),
                    e.getCluster(),
                    e.getStatus(),
                    e.getDate(),
                    e.getSource(),
                    e.getReplaces());
        }
        if (event instanceof ContractEvent e) {
            return new ReportedEvent(
                    e,
                    e.getEventId(),
                    e.getReportedAt(),
                    e.getSupplier(),
                    e.getCluster(),
                    e.getStage(),
                    e.getDate(),
                    e.getSource(),
                    e.getReplaces());
        }
        throw new IllegalArgumentException(event.getSchema().getFullName() + " is not an event");
    }
}
