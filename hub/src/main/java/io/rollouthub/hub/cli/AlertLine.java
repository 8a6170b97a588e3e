package io.rollouthub.hub.cli;

import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;

/** An alert's transition in one line for people, behind the time. */
final class AlertLine {
    private AlertLine() {}

    /** "south   MILESTONE_MISSED: Twelve …: due 2006-10-31, 3 of 12 live, 9 short". */
    static String of(AlertTransition transition) {
        String what = transition.getState() == AlertState.OPEN
                ? transition.getKind().name()
                : transition.getKind() + " over, " + transition.getResolution();
        return String.format("%-7s %s: %s", transition.getCluster(), what, transition.getSummary());
    }
}
