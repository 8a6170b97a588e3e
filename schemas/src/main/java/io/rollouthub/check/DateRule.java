package io.rollouthub.check;

import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;

/** What a status or stage asks of the event's date. */
enum DateRule {
    /** A plan: there must be a date, and it may lie ahead. */
    PLANNED,
    /** A fact: there must be a date, and it must not lie ahead. */
    HAPPENED,
    /** There must be none. */
    NONE,
    /** There may be one. */
    OPTIONAL;

    /**
     * The rule for a status or stage. The switches have no default, so that a new word does not compile before it is
     * decided; UNKNOWN is refused before any date is judged.
     */
    static DateRule of(Enum<?> status) {
        if (status instanceof GoLiveStatus s) {
            return switch (s) {
                case PLANNED -> PLANNED;
                case POSTPONED, UNKNOWN -> NONE;
                case LIVE, REVERTED, CANCELLED -> HAPPENED;
            };
        }
        if (status instanceof ReleaseStage s) {
            return switch (s) {
                case PLANNED -> PLANNED;
                case POSTPONED, UNKNOWN -> NONE;
                case DELIVERED, ACCEPTED, WITHDRAWN -> HAPPENED;
            };
        }
        if (status instanceof MilestoneStatus s) {
            return switch (s) {
                case COMMITTED -> PLANNED;
                case POSTPONED, UNKNOWN -> NONE;
                case MET, WITHDRAWN -> HAPPENED;
            };
        }
        return switch ((ContractStage) status) {
            case NEGOTIATING, PREFERRED -> OPTIONAL;
            case UNKNOWN -> NONE;
            case SIGNED, TERMINATED -> HAPPENED;
        };
    }
}
