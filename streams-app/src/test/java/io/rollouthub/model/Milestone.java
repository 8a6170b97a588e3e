package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Status;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone, that is a plan with a due date, and all that does not depend on the clock.
 *
 * @param progressMade how many go-lives match the target; of a GoLiveCount only
 * @param made0 the day of the first COMMITTED that was not ignored; of a commitment only
 */
record Milestone(
        String id,
        Plan plan,
        LocalDate baseline,
        LocalDate due,
        Instant endOfDue,
        String owner,
        @Nullable LocalDate achievedOn,
        @Nullable GoLiveCount goLiveCount,
        int progressMade,
        @Nullable LocalDate made0,
        int slips,
        int slipDays) {

    /** §6: the status at the cluster's clock. */
    Status status(Instant clock) {
        if (plan.withdrawn) {
            return Status.WITHDRAWN;
        }
        if (achievedOn != null) {
            return achievedOn.isAfter(due) ? Status.MET_LATE : Status.MET;
        }
        return endOfDue.isAfter(clock) ? Status.PENDING : Status.MISSED; // §1: has passed at endOf(due)
    }

    /** §9.4: of a site or a release. */
    boolean isDate() {
        return isGoLive() || id.startsWith("release/");
    }

    /** Of a site; the other kinds have no part in the rates (§8). */
    boolean isGoLive() {
        return id.startsWith("go-live/");
    }
}
