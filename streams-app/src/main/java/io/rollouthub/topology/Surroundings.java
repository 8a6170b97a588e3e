package io.rollouthub.topology;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the gate needs of the world beyond its own topics.
 *
 * @param arrival how a record tells when it was accepted
 * @param clocks makes the clock of the one task that ticks
 * @param attempts reads what has failed before; asked once by each task, before its first record
 * @param topics whether a topic of rejected records takes some, as far as is known without waiting long
 */
public record Surroundings(
        Arrival arrival, Supplier<LiveClock> clocks, Supplier<FailedAttempts> attempts, Predicate<String> topics) {

    /** Nothing is remembered, and every topic takes records. */
    public static Surroundings of(Arrival arrival, Supplier<LiveClock> clocks) {
        return new Surroundings(arrival, clocks, () -> FailedAttempts.NONE, topic -> true);
    }
}
