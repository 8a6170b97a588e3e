package io.rollouthub.domain.fact;

import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as one supplier's report on one thing; reports are ordered as they were reported.
 *
 * @param key what it is about
 */
public record Report(FactKey key, ReportedEvent reported) implements Comparable<Report> {

    private static final Comparator<Report> REPORT_ORDER = Comparator.comparing(Report::reportedAt)
            .thenComparing(Report::supplier)
            .thenComparing(Report::eventId);

    /** The report in a journal entry, or null if the entry is no event. */
    public static @Nullable Report of(Object entry) {
        return entry instanceof SpecificRecord event && ReportedEvent.isOne(event)
                ? new Report(ReportedEvent.of(event).key(), ReportedEvent.of(event))
                : null;
    }

    public String cluster() {
        return reported.cluster();
    }

    public String supplier() {
        return reported.supplier();
    }

    public String eventId() {
        return reported.eventId();
    }

    public Instant reportedAt() {
        return reported.reportedAt();
    }

    /** The eventId of the report that it corrects, or null. */
    public @Nullable String replaces() {
        return reported.replaces();
    }

    public @Nullable String source() {
        return reported.source();
    }

    /** The event itself. */
    public SpecificRecord event() {
        return reported.event();
    }

    /** The event's name among all suppliers' events: {@code supplier/eventId}. */
    public String cause() {
        return supplier() + "/" + eventId();
    }

    @Override
    public int compareTo(Report other) {
        return REPORT_ORDER.compare(this, other);
    }
}
