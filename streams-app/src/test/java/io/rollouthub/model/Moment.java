package io.rollouthub.model;

import io.rollouthub.output.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A cluster's facts at an instant of its clock, with that instant's civil date and the promises as they stand then. */
final class Moment {
    private final Facts facts;
    private final Instant clock;
    private final LocalDate today;
    private @Nullable Promises promises; // once they are asked for

    private Moment(Facts facts, Instant clock, LocalDate today) {
        this.facts = facts;
        this.clock = clock;
        this.today = today;
    }

    static Moment of(Facts facts, CivilTime time, Instant clock) {
        return new Moment(facts, clock, time.today(clock));
    }

    Facts facts() {
        return facts;
    }

    Instant clock() {
        return clock;
    }

    LocalDate today() {
        return today;
    }

    Promises promises() {
        if (promises == null) {
            promises = new Promises(facts, today);
        }
        return promises;
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
