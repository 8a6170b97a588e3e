package io.rollouthub.model;

import io.rollouthub.output.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A cluster's facts at an instant of its clock, with that instant's civil date and the promises as they stand then. */
record Moment(Facts facts, Instant clock, LocalDate today, Promises promises) {

    static Moment of(Facts facts, CivilTime time, Instant clock) {
        LocalDate today = time.today(clock);
        return new Moment(facts, clock, today, new Promises(facts, today));
    }

    /** §6: a milestone's status at the cluster's clock. */
    Status status(Milestone milestone) {
        return milestone.status(clock);
    }

    /** Neither achieved nor withdrawn: PENDING or MISSED. */
    boolean outstanding(Milestone milestone) {
        Status status = status(milestone);
        return status == Status.PENDING || status == Status.MISSED;
    }

    /** due - today in days. */
    int daysLeft(Milestone milestone) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, milestone.due()));
    }
}
