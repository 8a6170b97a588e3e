package io.rollouthub.report;

/** What a status asks of the event's date. */
public enum DateRule {
    /** A plan: there must be a date, and it may lie ahead. */
    PLANNED,
    /** A fact: there must be a date, and it must not lie ahead. */
    HAPPENED,
    /** There must be none. */
    NONE,
    /** There may be one. */
    OPTIONAL
}
