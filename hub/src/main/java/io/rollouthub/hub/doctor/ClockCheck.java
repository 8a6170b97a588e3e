package io.rollouthub.hub.doctor;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.ClockSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How old the last tick is. */
final class ClockCheck {
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private ClockCheck() {}

    static void look(Map<String, Object> client, SchemaRegistry registry, ClockSettings clock, Findings findings) {
        Instant tick = LastTick.read(client, registry);
        if (tick == null) {
            findings.wrong("clock", "has never ticked", "Start the hub; the first tick comes within seconds.");
            return;
        }
        Duration age = Duration.between(tick, Instant.now());
        String how = "last tick " + tick + ", " + age.toSeconds() + " s ago";
        if (age.compareTo(clock.interval().plus(clock.maxHold()).plus(ON_ITS_WAY)) > 0) {
            findings.wrong(
                    "clock",
                    how + ": time stands still, nothing is missed",
                    "Start the hub if nobody runs the gate; else see the gate's log, which says what it waits for.");
        } else {
            findings.ok("clock", how);
        }
    }
}
