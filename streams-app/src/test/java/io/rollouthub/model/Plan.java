package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** §4: the state of a site go-live, a release or a commitment while its history is folded, and thereafter. */
final class Plan {
    @Nullable
    LocalDate baseline;

    @Nullable
    LocalDate due;

    boolean undated;

    /** Live, delivered or met on; a commitment's target is not looked at here. */
    @Nullable
    LocalDate live;

    /** §4: for rates, a go-live belongs to the supplier of its LIVE event. */
    @Nullable
    String liveBy;

    boolean withdrawn;

    /** §4: the supplier of the last plan event that was not ignored. */
    @Nullable
    String owner;

    /** §4: what the last COMMITTED set; null = met only by a MET report. */
    @Nullable
    Object target;

    /** §9.5: when the first COMMITTED that was not ignored was reported. */
    @Nullable
    Instant committedAt;

    final List<RevisionView> revisions = new ArrayList<>();

    /** §4 PLANNED(d), COMMITTED(d). Returns whether it counted. */
    boolean planned(LocalDate date, Report report) {
        if (live != null) {
            return false; // ignored while live
        }
        if (baseline == null) {
            baseline = date;
        }
        if (!date.equals(due)) {
            revise(date, report);
        }
        due = date;
        undated = false;
        withdrawn = false;
        owner = report.supplier();
        return true;
    }

    /** §4 POSTPONED: due stays, withdrawn stays. */
    void postponed(Report report) {
        if (live != null) {
            return; // ignored while live
        }
        undated = true;
        revise(null, report);
        owner = report.supplier();
    }

    /** §4 LIVE(d), DELIVERED(d), MET(d): does not clear undated. */
    void live(LocalDate date, Report report) {
        live = date;
        liveBy = report.supplier();
        withdrawn = false;
    }

    /** §4 ACCEPTED(d): DELIVERED(d) if there is no delivered date yet, else it only clears withdrawn. */
    void accepted(LocalDate date, Report report) {
        if (live == null) {
            live(date, report);
        } else {
            withdrawn = false;
        }
    }

    /** §4 REVERTED. */
    void reverted() {
        live = null;
        liveBy = null;
    }

    /** §4 CANCELLED, WITHDRAWN. */
    void cancelled() {
        live = null;
        liveBy = null;
        withdrawn = true;
    }

    private void revise(@Nullable LocalDate date, Report report) {
        revisions.add(new RevisionView(report.reportedAt(), date, report.supplier(), report.eventId()));
    }

    /** §6: how many times a revision moved the date later than the revision before it that had a date. */
    int slips() {
        int slips = 0;
        LocalDate before = null;
        for (RevisionView revision : revisions) {
            LocalDate date = revision.date();
            if (date == null) {
                continue;
            }
            if (before != null && date.isAfter(before)) {
                slips++;
            }
            before = date;
        }
        return slips;
    }

    /** §6: due - baseline in days, of a plan that has a due date. */
    int slipDays() {
        if (baseline == null || due == null) {
            throw new IllegalStateException("no due date");
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(baseline, due));
    }
}
