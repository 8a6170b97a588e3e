package io.rollouthub.runtime;

import java.time.Duration;

/** Waits that grow from one failure to the next, and begin anew when all has been well for longer than the longest of them. */
final class BackOff {
    private final Duration least;
    private final Duration most;
    private Duration next;
    private long last;

    BackOff(Duration least, Duration most) {
        this.least = least;
        this.most = most;
        this.next = least;
        this.last = System.nanoTime();
    }

    /** How long to wait after a failure that has just been met. */
    synchronized Duration next() {
        long now = System.nanoTime();
        boolean wasWell = now - last > most.multipliedBy(2).toNanos();
        Duration wait = wasWell ? least : next;
        Duration twice = wait.multipliedBy(2);
        next = twice.compareTo(most) < 0 ? twice : most;
        last = now;
        return wait;
    }
}
