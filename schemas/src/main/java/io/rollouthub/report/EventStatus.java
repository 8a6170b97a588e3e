package io.rollouthub.report;

/**
 * The statuses and stages of all events, by the words of their schemas; a word means the same whatever is reported on.
 */
public enum EventStatus {
    PLANNED(DateRule.PLANNED),
    COMMITTED(DateRule.PLANNED),
    POSTPONED(DateRule.NONE),
    LIVE(DateRule.HAPPENED),
    REVERTED(DateRule.HAPPENED),
    CANCELLED(DateRule.HAPPENED),
    DELIVERED(DateRule.HAPPENED),
    ACCEPTED(DateRule.HAPPENED),
    MET(DateRule.HAPPENED),
    WITHDRAWN(DateRule.HAPPENED),
    NEGOTIATING(DateRule.OPTIONAL),
    PREFERRED(DateRule.OPTIONAL),
    SIGNED(DateRule.HAPPENED),
    TERMINATED(DateRule.HAPPENED),
    /** A newer writer's word; refused before any date is judged. */
    UNKNOWN(DateRule.NONE);

    private final DateRule date;

    EventStatus(DateRule date) {
        this.date = date;
    }

    /** What it asks of the event's date. */
    public DateRule date() {
        return date;
    }
}
