package io.rollouthub.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often, of late, an instance found that Kafka had taken it for dead and given its work to others. */
final class Fencings {
    private static final Duration OF_LATE = Duration.ofMinutes(10);

    private final Deque<Long> at = new ArrayDeque<>();

    synchronized void happened() {
        at.add(System.nanoTime());
    }

    synchronized int ofLate() {
        long now = System.nanoTime();
        at.removeIf(one -> now - one > OF_LATE.toNanos());
        return at.size();
    }
}
