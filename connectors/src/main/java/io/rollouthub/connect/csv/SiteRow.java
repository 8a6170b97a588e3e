package io.rollouthub.connect.csv;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a go-live sheet says of its site.
 *
 * @param planned for when its go-live is planned; null: not for any day
 * @param actual since when it is live; null: it isn't
 * @param cancelled whether it has been given up
 */
record SiteRow(
        Site site,
        @Nullable String siteName,
        @Nullable String source,
        @Nullable LocalDate planned,
        @Nullable LocalDate actual,
        boolean cancelled) {

    /** A site's go-live on a release, as it is known to the hub. */
    record Site(String cluster, String site, String product, String release) {

        /** Under what Connect keeps what was last reported on it. */
        Map<String, String> partition(String supplier) {
            return Outgoing.partition(
                    "supplier", supplier, "site", cluster + "/" + site + "/" + product + "/" + release);
        }

        @Override
        public String toString() {
            return site + " on " + product + " " + release + " in " + cluster;
        }
    }

    /** Whether the site is live by what the row says. */
    boolean isLive() {
        return actual != null && !cancelled;
    }

    /** The report that something is so. */
    GoLiveEvent event(String supplier, Instant reportedAt, GoLiveStatus status, @Nullable LocalDate date) {
        GoLiveEvent event = new GoLiveEvent(
                "",
                reportedAt,
                supplier,
                site.cluster(),
                site.site(),
                siteName,
                site.product(),
                site.release(),
                status,
                date,
                source,
                null);
        event.put(EventFields.ID, EventFields.id(event));
        return event;
    }
}
