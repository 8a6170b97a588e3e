package io.rollouthub.connect.csv;

import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has been reported of a site so far, as it is kept in Connect's offsets; sheetAt is when the sheet was made that
 * reported last, reportedAt the time of its last report, which no later one may repeat.
 */
record SiteState(
        @Nullable LocalDate planned,
        @Nullable LocalDate actual,
        boolean cancelled,
        @Nullable String siteName,
        Instant sheetAt,
        Instant reportedAt) {
    /** Before the first report. */
    static final SiteState NOTHING = new SiteState(null, null, false, null, Instant.MIN, Instant.MIN);

    /** One report; without a date if it is POSTPONED. */
    record Change(GoLiveStatus status, @Nullable LocalDate date) {}

    boolean isNothing() {
        return sheetAt.equals(Instant.MIN);
    }

    /**
     * What a row says that has not been reported yet: nothing, or up to three reports in an order that the hub folds right.
     *
     * @param today when the sheet was made: the day of what it tells without a date
     */
    List<Change> changes(SiteRow row, LocalDate today) {
        if (row.cancelled()) {
            return cancelled ? List.of() : List.of(new Change(GoLiveStatus.CANCELLED, today));
        }
        boolean renamed = !isNothing() && !Objects.equals(row.siteName(), siteName);
        List<Change> changes = new ArrayList<>();
        LocalDate nowActual = row.actual();
        LocalDate nowPlanned = row.planned();
        if (actual != null && nowActual == null) {
            changes.add(new Change(GoLiveStatus.REVERTED, today));
        }
        if (nowPlanned != null && (!nowPlanned.equals(planned) || (renamed && nowActual == null))) {
            changes.add(new Change(GoLiveStatus.PLANNED, nowPlanned));
        } else if (nowPlanned == null && planned != null && nowActual == null) {
            // Of a site that is live it says nothing: many clear the plan when they enter the actual date.
            changes.add(new Change(GoLiveStatus.POSTPONED, null));
        }
        if (nowActual != null && (!nowActual.equals(actual) || renamed)) {
            changes.add(new Change(GoLiveStatus.LIVE, nowActual));
        }
        return changes;
    }

    /** What is known after one report of a sheet. */
    SiteState after(Change change, SiteRow row, Instant ofSheet, Instant ofReport) {
        String name = row.siteName();
        return switch (change.status()) {
            case PLANNED -> new SiteState(change.date(), actual, false, name, ofSheet, ofReport);
            case POSTPONED -> new SiteState(null, actual, cancelled, name, ofSheet, ofReport);
            case LIVE -> new SiteState(planned, change.date(), false, name, ofSheet, ofReport);
            case REVERTED -> new SiteState(planned, null, cancelled, name, ofSheet, ofReport);
            // Whatever comes after it is to be reported anew.
            case CANCELLED -> new SiteState(null, null, true, name, ofSheet, ofReport);
            case UNKNOWN -> throw new IllegalArgumentException("nobody reports UNKNOWN");
        };
    }

    static SiteState ofOffset(@Nullable Map<String, ?> offset) {
        if (offset == null) {
            return NOTHING;
        }
        return new SiteState(
                date(offset.get("planned")),
                date(offset.get("actual")),
                Boolean.parseBoolean(String.valueOf(offset.get("cancelled"))),
                (String) offset.get("siteName"),
                Instant.parse(String.valueOf(offset.get("sheetAt"))),
                Instant.parse(String.valueOf(offset.get("reportedAt"))));
    }

    Map<String, String> toOffset() {
        Map<String, String> offset = new HashMap<>();
        if (planned != null) {
            offset.put("planned", planned.toString());
        }
        if (actual != null) {
            offset.put("actual", actual.toString());
        }
        if (siteName != null) {
            offset.put("siteName", siteName);
        }
        offset.put("cancelled", Boolean.toString(cancelled));
        offset.put("sheetAt", sheetAt.toString());
        offset.put("reportedAt", reportedAt.toString());
        return offset;
    }

    private static @Nullable LocalDate date(@Nullable Object text) {
        return text == null ? null : LocalDate.parse(text.toString());
    }
}
