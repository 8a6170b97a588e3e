package io.rollouthub.producer;

import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a promise.
 *
 * @param milestone its identifier in the cluster
 * @param title what is promised, for people
 */
public record CommitmentReports(String cluster, String milestone, String title) {

    /** It is promised for a date, for the first time or anew, and only {@link #met} will say that it was kept. */
    public Report committed(String eventId, Instant reportedAt, LocalDate due) {
        return report(eventId, reportedAt, MilestoneStatus.COMMITTED, due, null);
    }

    /** It is promised for a date, for the first time or anew, and the hub sees for itself when the target is reached. */
    public Report committed(String eventId, Instant reportedAt, LocalDate due, Target target) {
        return report(eventId, reportedAt, MilestoneStatus.COMMITTED, due, target);
    }

    /** It will not be kept on the date promised, and there is no other yet. */
    public Report postponed(String eventId, Instant reportedAt) {
        return report(eventId, reportedAt, MilestoneStatus.POSTPONED, null, null);
    }

    /** It was kept on a date, today at the latest. */
    public Report met(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, MilestoneStatus.MET, date, null);
    }

    /** It was taken back on a date, today at the latest. */
    public Report withdrawn(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, MilestoneStatus.WITHDRAWN, date, null);
    }

    private Report report(
            String eventId,
            Instant reportedAt,
            MilestoneStatus status,
            @Nullable LocalDate date,
            @Nullable Target target) {
        return Report.of((supplier, source, replaces) -> new MilestoneEvent(
                eventId,
                reportedAt,
                supplier,
                cluster,
                milestone,
                title,
                status,
                date,
                target == null ? null : target.toRecord(),
                source,
                replaces));
    }
}
