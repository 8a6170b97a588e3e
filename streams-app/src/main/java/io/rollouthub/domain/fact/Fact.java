package io.rollouthub.domain.fact;

import io.rollouthub.report.CommitmentTarget;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the reports on a go-live, a release or a commitment add up to (semantics 4).
 *
 * @param baseline the first date planned
 * @param due the last date planned; without one there is no milestone
 * @param undated whether it was postponed without a new date
 * @param achieved the day it went live, was delivered, or was reported met
 * @param achievedBy the supplier that reported so
 * @param withdrawn whether it was dropped
 * @param owner the supplier of the last plan event
 * @param title a commitment's title, or the site's name
 * @param target a commitment's target, if it has one
 * @param revisions of the plan, in report order
 */
public record Fact(
        @Nullable LocalDate baseline,
        @Nullable LocalDate due,
        boolean undated,
        @Nullable LocalDate achieved,
        @Nullable String achievedBy,
        boolean withdrawn,
        @Nullable String owner,
        @Nullable String title,
        @Nullable CommitmentTarget target,
        List<Revision> revisions) {

    /** How many revisions moved the date later than the one before that had a date (semantics 6). */
    public int slips() {
        int slips = 0;
        LocalDate before = null;
        for (Revision revision : revisions) {
            LocalDate date = revision.date();
            if (date != null) {
                slips += before != null && date.isAfter(before) ? 1 : 0;
                before = date;
            }
        }
        return slips;
    }

    /** Days from baseline to due date, negative when it moved earlier; only of a milestone. */
    public int slipDays() {
        return (int) ChronoUnit.DAYS.between(Objects.requireNonNull(baseline), Objects.requireNonNull(due));
    }
}
