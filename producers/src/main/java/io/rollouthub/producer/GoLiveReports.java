package io.rollouthub.producer;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a site's going live on a release of a product.
 *
 * @param siteName the site's name for people, up to 200 characters; null if it has none
 */
public record GoLiveReports(
        String cluster, String site, @Nullable String siteName, String product, String release) {

    /** The same with the site's name for people, up to 200 characters. */
    public GoLiveReports named(String name) {
        return new GoLiveReports(cluster, site, name, product, release);
    }

    /** It is planned for a date, for the first time or anew. */
    public Report planned(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, GoLiveStatus.PLANNED, date);
    }

    /** It will not be on the date planned, and there is no other yet. */
    public Report postponed(String eventId, Instant reportedAt) {
        return report(eventId, reportedAt, GoLiveStatus.POSTPONED, null);
    }

    /** It is live since a date, today at the latest. */
    public Report live(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, GoLiveStatus.LIVE, date);
    }

    /** It went back on a date, today at the latest. */
    public Report reverted(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, GoLiveStatus.REVERTED, date);
    }

    /** It was dropped on a date, today at the latest. */
    public Report cancelled(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, GoLiveStatus.CANCELLED, date);
    }

    private Report report(String eventId, Instant reportedAt, GoLiveStatus status, @Nullable LocalDate date) {
        return Report.of((supplier, source, replaces) -> new GoLiveEvent(
                eventId,
                reportedAt,
                supplier,
                cluster,
                site,
                siteName,
                product,
                release,
                status,
                date,
                source,
                replaces));
    }
}
