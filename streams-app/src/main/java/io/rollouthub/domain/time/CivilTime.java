package io.rollouthub.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Civil dates in the programme's zone.
 *
 * @param zone of the programme; days there may have 23 to 25 hours, lack their midnight, or not exist
 */
public record CivilTime(ZoneId zone) {

    /** The civil date at an instant. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The instant at which the next day begins: from then on the date has passed. */
    public Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the date has passed at an instant. */
    public boolean hasPassed(LocalDate date, Instant at) {
        return !endOf(date).isAfter(at);
    }

    /** The first beginning of a day after an instant. */
    public Instant midnightAfter(Instant instant) {
        LocalDate day = dateAt(instant);
        while (hasPassed(day, instant)) { // where clocks go back over midnight, a day begins twice
            day = day.plusDays(1);
        }
        return endOf(day);
    }
}
