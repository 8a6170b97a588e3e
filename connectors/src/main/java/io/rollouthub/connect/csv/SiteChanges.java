package io.rollouthub.connect.csv;

import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row says that has not been reported yet: nothing, or up to three reports in an order that the hub folds right. */
final class SiteChanges {

    private SiteChanges() {}

    /**
     * One report.
     *
     * @param date null for POSTPONED
     */
    record Change(GoLiveStatus status, @Nullable LocalDate date) {}

    /**
     * Compares.
     *
     * @param today when the sheet was made: the day of what it tells without a date
     */
    static List<Change> between(SiteState before, SiteRow row, LocalDate today) {
        if (row.cancelled()) {
            return before.cancelled() ? List.of() : List.of(new Change(GoLiveStatus.CANCELLED, today));
        }
        boolean renamed = !before.isNothing() && !Objects.equals(row.siteName(), before.siteName());
        List<Change> changes = new ArrayList<>();
        LocalDate actual = row.actual();
        LocalDate planned = row.planned();
        if (before.actual() != null && actual == null) {
            changes.add(new Change(GoLiveStatus.REVERTED, today));
        }
        if (planned != null && (!planned.equals(before.planned()) || (renamed && actual == null))) {
            changes.add(new Change(GoLiveStatus.PLANNED, planned));
        } else if (planned == null && before.planned() != null && actual == null) {
            // Of a site that is live it says nothing: many clear the plan when they enter the actual date.
            changes.add(new Change(GoLiveStatus.POSTPONED, null));
        }
        if (actual != null && (!actual.equals(before.actual()) || renamed)) {
            changes.add(new Change(GoLiveStatus.LIVE, actual));
        }
        return changes;
    }

    /** What is known after one report of a sheet. */
    static SiteState after(SiteState before, Change change, SiteRow row, Instant sheetAt, Instant reportedAt) {
        LocalDate planned = before.planned();
        LocalDate actual = before.actual();
        boolean cancelled = before.cancelled();
        switch (change.status()) {
            case PLANNED -> {
                planned = change.date();
                cancelled = false;
            }
            case POSTPONED -> planned = null;
            case LIVE -> {
                actual = change.date();
                cancelled = false;
            }
            case REVERTED -> actual = null;
            case CANCELLED -> {
                // Whatever comes after it is to be reported anew.
                planned = null;
                actual = null;
                cancelled = true;
            }
            case UNKNOWN -> throw new IllegalArgumentException("nobody reports UNKNOWN");
        }
        return new SiteState(planned, actual, cancelled, row.siteName(), sheetAt, reportedAt);
    }
}
