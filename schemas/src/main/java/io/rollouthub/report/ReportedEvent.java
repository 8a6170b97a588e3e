package io.rollouthub.report;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An event as one supplier's report on the thing of the key, read alike whatever its kind; ordered as they were reported. */
public record ReportedEvent(EventKind kind, SpecificRecord event, FactKey key) implements Comparable<ReportedEvent> {
    private static final Comparator<ReportedEvent> REPORT_ORDER = Comparator.comparing(ReportedEvent::reportedAt)
            .thenComparing(ReportedEvent::supplier)
            .thenComparing(ReportedEvent::eventId);

    /** Whether this is one of the four event records. */
    public static boolean isOne(SpecificRecord record) {
        return EventKind.of(record) != null;
    }

    /** The report that an event is; {@link IllegalArgumentException} if it {@linkplain #isOne is none of the four}. */
    public static ReportedEvent of(SpecificRecord event) {
        EventKind kind = EventKind.of(event);
        if (kind == null) {
            throw new IllegalArgumentException(event.getSchema().getFullName() + " is not an event");
        }
        return new ReportedEvent(kind, event, new FactKey((String) value(event, "cluster"), kind, kind.idOf(event)));
    }

    public String eventId() {
        return (String) event.get(kind.eventId);
    }

    public Instant reportedAt() {
        return (Instant) event.get(kind.reportedAt);
    }

    public String supplier() {
        return (String) event.get(kind.supplier);
    }

    public String cluster() {
        return key.cluster();
    }

    /** The status or stage. */
    public EventStatus status() {
        return EventStatus.valueOf(event.get(kind.statusField().pos()).toString());
    }

    public @Nullable LocalDate date() {
        return (LocalDate) event.get(kind.date);
    }

    public @Nullable String source() {
        return (String) value(event, "source");
    }

    /** The eventId of the report that it corrects, or null. */
    public @Nullable String replaces() {
        return (String) event.get(kind.replaces);
    }

    /** The event's name among all suppliers' events: {@code supplier/eventId}. */
    public String cause() {
        return name().toString();
    }

    /** The event's name among all suppliers' events. */
    public EventKey name() {
        return new EventKey(supplier(), eventId());
    }

    /** The cause that it takes the place of, one of the same supplier's, or null. */
    public @Nullable String replacedCause() {
        String replaces = replaces();
        return replaces == null ? null : new EventKey(supplier(), replaces).toString();
    }

    /** Under what it is kept: its thing and its cause. */
    public String place() {
        return key.path() + cause();
    }

    /** What the thing is called for people: a commitment's title, or the site's name if it is given. */
    public @Nullable String title() {
        if (event instanceof GoLiveEvent goLive) {
            return goLive.getSiteName();
        }
        return event instanceof MilestoneEvent commitment ? commitment.getTitle() : null;
    }

    /** A commitment's target, if it has one. */
    public @Nullable CommitmentTarget target() {
        return event instanceof MilestoneEvent commitment ? CommitmentTarget.of(commitment.getTarget()) : null;
    }

    /** The event of a contract, or null if it is about another thing. */
    public @Nullable ContractEvent contract() {
        return event instanceof ContractEvent contract ? contract : null;
    }

    @Override
    public int compareTo(ReportedEvent other) {
        return REPORT_ORDER.compare(this, other);
    }

    private static Object value(SpecificRecord event, String field) {
        return event.get(event.getSchema().getField(field).pos());
    }
}
