package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;

/** What makes a transition the one that it is. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    /** Such as {@code south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z}. */
    static String of(AlertReport transition) {
        return String.join(
                ";",
                transition.alertId(),
                Integer.toString(transition.episode()),
                transition.state(),
                transition.startsAt().toString());
    }
}
