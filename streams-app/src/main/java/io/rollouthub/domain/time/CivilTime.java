package io.rollouthub.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Civil dates in the programme's zone.
 *
 * @param zone of the programme; days there may have 23 to 25 hours, lack their midnight, or not exist
 */
public record CivilTime(ZoneId zone) {

    /** The civil date at an instant, as the clock on the wall says it. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * The latest date that has begun by an instant: the civil date of a cluster's clock. Where clocks go back over
     * midnight the wall's date goes back, this one does not.
     */
    public LocalDate today(Instant clock) {
        LocalDate day = dateAt(clock);
        while (hasPassed(day, clock)) {
            day = dateAt(endOf(day)).isAfter(day) ? dateAt(endOf(day)) : day.plusDays(1);
        }
        return day;
    }

    /** The instant at which the next day begins: from then on the date has passed. */
    public Instant endOf(LocalDate date) {
        LocalDateTime midnight = date.plusDays(1).atStartOfDay();
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets =
                rules.getValidOffsets(midnight); // none where it does not exist, the first comes first
        return offsets.isEmpty() ? rules.getTransition(midnight).getInstant() : midnight.toInstant(offsets.get(0));
    }

    /** Whether the date has passed at an instant. */
    public boolean hasPassed(LocalDate date, Instant at) {
        return !endOf(date).isAfter(at);
    }
}
