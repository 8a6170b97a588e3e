package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;

/** What is sent for one transition; its key is the same however often that is. */
record Message(String key, String contentType, String body) {
    /** What makes a transition the one that it is: {@code south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z}. */
    static String keyOf(AlertReport transition) {
        return String.join(
                ";",
                transition.alertId(),
                Integer.toString(transition.episode()),
                transition.state(),
                transition.startsAt().toString());
    }
}
