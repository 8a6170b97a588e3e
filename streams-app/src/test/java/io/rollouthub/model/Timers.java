package io.rollouthub.model;

import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.util.SortedSet;

/** §7: the instants at which a timer of a cluster is due. */
final class Timers {

    private Timers() {}

    /** Those after the clock and at or before t; everything is judged at each, whichever timer it is. */
    static SortedSet<Instant> due(Facts facts, CivilTime time, Thresholds thresholds, Instant clock, Instant t) {
        SortedSet<Instant> due = time.midnights(clock, t); // the daily review
        for (Milestone milestone : facts.milestones().values()) {
            due.add(milestone.endOfDue());
        }
        for (Instant lastAcceptedAt : facts.lastAcceptedAt().values()) {
            due.add(Conditions.silentFrom(lastAcceptedAt, thresholds));
        }
        due.removeIf(instant -> !instant.isAfter(clock) || instant.isAfter(t));
        return due;
    }
}
