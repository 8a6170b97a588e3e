package io.rollouthub.console.live;

import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import java.util.Comparator;
import java.util.List;

/**
 * One time that an alert was open.
 *
 * @param transitions of it, in order; never empty
 */
public record Episode(String alertId, int number, List<AlertTransition> transitions) {
    /** The one that began last comes first. */
    static final Comparator<Episode> NEWEST_FIRST = Comparator.comparing(
                    (Episode one) -> one.last().getStartsAt(), Comparator.reverseOrder())
            .thenComparing(Episode::alertId)
            .thenComparing(Episode::number);

    /** How it stands. */
    public AlertTransition last() {
        return transitions.get(transitions.size() - 1);
    }

    public boolean isOpen() {
        return last().getState() == AlertState.OPEN;
    }
}
