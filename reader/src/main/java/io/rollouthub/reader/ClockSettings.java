package io.rollouthub.reader;

import java.time.Duration;

/**
 * How the live clock ticks.
 *
 * @param maxHold how long a tick is held at most until the gate is done with what came before it
 * @param maxStep how far a clock may be ahead of the time gone since
 */
public record ClockSettings(Duration interval, Duration maxHold, Duration maxStep) {
    public static final ClockSettings DEFAULT =
            new ClockSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofHours(1));
}
