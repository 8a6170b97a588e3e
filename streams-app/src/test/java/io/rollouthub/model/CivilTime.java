package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/** §1: civil dates in the programme's zone. */
record CivilTime(ZoneId zone) {

    /** What the clock on the wall says. */
    LocalDate dateAt(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** §1: the civil date of a cluster's clock: the latest that has begun, so that it never goes back. */
    LocalDate today(Instant clock) {
        LocalDate today = dateAt(clock);
        while (!startOf(today.plusDays(1)).isAfter(clock)) {
            today = today.plusDays(1);
        }
        return today;
    }

    /**
     * The instant at which a date begins; where its midnight does not exist, the first instant after the gap, where it
     * comes twice, the first of the two.
     */
    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** §1: the instant at which the date has passed, that is at which the next one begins; never 24 hours later. */
    Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }

    /** §7: each local midnight after an instant and not after another. */
    SortedSet<Instant> midnights(Instant after, Instant upTo) {
        SortedSet<Instant> midnights = new TreeSet<>();
        LocalDate date = dateAt(after);
        for (Instant midnight = startOf(date); !midnight.isAfter(upTo); midnight = startOf(date)) {
            if (midnight.isAfter(after)) {
                midnights.add(midnight);
            }
            date = date.plusDays(1);
        }
        return midnights;
    }
}
