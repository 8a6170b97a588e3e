package io.rollouthub.reader;

import java.time.Duration;

/** How the live clock ticks, and how long a tick is held at most until the gate is done with what came before it. */
public record ClockSettings(Duration interval, Duration maxHold) {
    /** How far a clock may be ahead of the time gone since. */
    public static final Duration MAX_STEP = Duration.ofHours(1);

    public static final ClockSettings DEFAULT = new ClockSettings(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
