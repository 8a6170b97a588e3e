package io.rollouthub.producer;

import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be said of the delivery of a release of a product. */
public record ReleaseReports(String cluster, String product, String release) {

    /** It is planned for a date, for the first time or anew. */
    public Report planned(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ReleaseStage.PLANNED, date);
    }

    /** It will not be on the date planned, and there is no other yet. */
    public Report postponed(String eventId, Instant reportedAt) {
        return report(eventId, reportedAt, ReleaseStage.POSTPONED, null);
    }

    /** It was delivered on a date, today at the latest. */
    public Report delivered(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ReleaseStage.DELIVERED, date);
    }

    /** It was accepted by its buyer on a date, today at the latest. */
    public Report accepted(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ReleaseStage.ACCEPTED, date);
    }

    /** It was withdrawn on a date, today at the latest. */
    public Report withdrawn(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ReleaseStage.WITHDRAWN, date);
    }

    private Report report(String eventId, Instant reportedAt, ReleaseStage stage, @Nullable LocalDate date) {
        return Report.of((supplier, source, replaces) -> new ReleaseEvent(
                eventId, reportedAt, supplier, cluster, product, release, stage, date, source, replaces));
    }
}
