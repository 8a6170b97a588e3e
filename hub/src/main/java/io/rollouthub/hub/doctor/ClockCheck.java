package io.rollouthub.hub.doctor;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;

/** How old the last tick is. */
final class ClockCheck {
    private ClockCheck() {}

    static void look(Connection hub, ClockSettings settings, Findings findings) {
        HubClock clock = HubClock.read(hub);
        if (clock == null) {
            findings.wrong("clock", "has never ticked", "Start the hub; the first tick comes within seconds.");
            return;
        }
        String how = "last tick " + clock.tick() + ", " + clock.ageInWords();
        if (clock.standsStill(settings)) {
            findings.wrong(
                    "clock",
                    how + ": time stands still, nothing is missed",
                    "Start the hub if nobody runs the gate; else see the gate's log, which says what it waits for.");
        } else {
            findings.ok("clock", how);
        }
    }
}
