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
record DateChecks(ZoneId zone) {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Nullable
    Refusal missing(Submission submission) {
        EventStatus status = submission.report().status();
        boolean required = status.date() == DateRule.PLANNED || status.date() == DateRule.HAPPENED;
        return required && submission.report().date() == null
                ? new Refusal(Reason.MISSING_DATE, "date is missing; " + status + " needs one")
                : null;
    }

    @Nullable
    Refusal unexpected(Submission submission) {
        EventStatus status = submission.report().status();
        LocalDate date = submission.report().date();
        return date != null && status.date() == DateRule.NONE
                ? new Refusal(
                        Reason.UNEXPECTED_DATE,
                        "date is " + date + "; " + status + " has none, a new date is reported with the next plan")
                : null;
    }

    @Nullable
    Refusal outOfRange(Submission submission) {
        LocalDate date = submission.report().date();
        LocalDate reportedOn = LocalDate.ofInstant(submission.report().reportedAt(), ZoneOffset.UTC);
        String problem = date == null ? null : problem("date", date);
        problem = problem == null ? problem("the UTC date of reportedAt", reportedOn) : problem;
        return problem == null ? null : new Refusal(Reason.DATE_OUT_OF_RANGE, problem);
    }

    /** What is wrong with a date in a field, for messages; null if it is one that can be meant. */
    static @Nullable String problem(String field, LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST)
                ? field + " is " + date + "; it must lie in " + FIRST + " to " + LAST
                : null;
    }

    @Nullable
    Refusal reportedInFuture(Submission submission) {
        Instant reportedAt = submission.report().reportedAt();
        return reportedAt.isAfter(submission.acceptedAt().plus(TOLERANCE))
                ? new Refusal(
                        Reason.REPORTED_IN_FUTURE,
                        "reportedAt is " + reportedAt + ", over " + TOLERANCE.toMinutes()
                                + " minutes after the hub took it at " + submission.acceptedAt()
                                + "; set the clock of the system that reports")
                : null;
    }

    @Nullable
    Refusal happenedInFuture(Submission submission) {
        LocalDate date = submission.report().date();
        EventStatus status = submission.report().status();
        LocalDate today = LocalDate.ofInstant(submission.acceptedAt(), zone);
        return date != null && status.date() == DateRule.HAPPENED && date.isAfter(today)
                ? new Refusal(
                        Reason.HAPPENED_IN_FUTURE,
                        "date is " + date + ", but it was " + today + " in " + zone
                                + " when the hub took the report; report " + status + " once it is so")
                : null;
    }
}
