package io.rollouthub.check;

import io.rollouthub.report.DateRule;
import io.rollouthub.report.EventStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The checks of an event's date and of when it was reported, in a programme's zone. */
final class DateChecks {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final ZoneId zone;

    DateChecks(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable
    Refusal missing(Submission submission) {
        DateRule rule = submission.report().status().date();
        boolean required = rule == DateRule.PLANNED || rule == DateRule.HAPPENED;
        if (!required || submission.report().date() != null) {
            return null;
        }
        return new Refusal(
                Reason.MISSING_DATE, "date is missing; " + submission.report().status() + " needs one");
    }

    @Nullable
    Refusal unexpected(Submission submission) {
        EventStatus status = submission.report().status();
        LocalDate date = submission.report().date();
        if (date == null || status.date() != DateRule.NONE) {
            return null;
        }
        return new Refusal(
                Reason.UNEXPECTED_DATE,
                "date is " + date + "; " + status + " has none, a new date is reported with the next plan");
    }

    @Nullable
    Refusal outOfRange(Submission submission) {
        LocalDate date = submission.report().date();
        if (date != null && !DateRange.contains(date)) {
            return new Refusal(Reason.DATE_OUT_OF_RANGE, DateRange.complaint("date", date));
        }
        LocalDate reportedOn = LocalDate.ofInstant(submission.report().reportedAt(), ZoneOffset.UTC);
        if (!DateRange.contains(reportedOn)) {
            return new Refusal(Reason.DATE_OUT_OF_RANGE, DateRange.complaint("the UTC date of reportedAt", reportedOn));
        }
        return null;
    }

    @Nullable
    Refusal reportedInFuture(Submission submission) {
        Instant reportedAt = submission.report().reportedAt();
        if (!reportedAt.isAfter(submission.acceptedAt().plus(TOLERANCE))) {
            return null;
        }
        return new Refusal(
                Reason.REPORTED_IN_FUTURE,
                "reportedAt is " + reportedAt + ", over " + TOLERANCE.toMinutes() + " minutes after the hub took it at "
                        + submission.acceptedAt() + "; set the clock of the system that reports");
    }

    @Nullable
    Refusal happenedInFuture(Submission submission) {
        LocalDate date = submission.report().date();
        EventStatus status = submission.report().status();
        if (date == null || status.date() != DateRule.HAPPENED) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(submission.acceptedAt(), zone);
        if (!date.isAfter(today)) {
            return null;
        }
        return new Refusal(
                Reason.HAPPENED_IN_FUTURE,
                "date is " + date + ", but it was " + today + " in " + zone + " when the hub took the report; report "
                        + status + " once it is so");
    }
}
