package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import java.time.Instant;

/** §7: something that is wrong now; an alert is open exactly while its condition is true. */
record Condition(Key key, Instant startsAt) {

    /** §7: the key of an alert, within its cluster. */
    record Key(AlertKind kind, String subject) {

        /** {@code <cluster>/<kind>/<subject>}. */
        String alertId(String cluster) {
            return cluster + "/" + kind + "/" + subject;
        }
    }

    static Condition of(AlertKind kind, String subject, Instant startsAt) {
        return new Condition(new Key(kind, subject), startsAt);
    }
}
