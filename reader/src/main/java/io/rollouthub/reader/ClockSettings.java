package io.rollouthub.reader;

import java.time.Duration;

/**
 * How the live clock ticks.
 *
 * @param interval from one tick to the next
 * @param maxHold how long a tick waits at most for the gate to be done with what came before it
 */
public record ClockSettings(Duration interval, Duration maxHold) {
    public static final ClockSettings DEFAULT = new ClockSettings(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
