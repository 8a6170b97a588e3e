package io.rollouthub.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When the ledger may work out what costs much again: a while after the last time, and longer where it takes long. */
final class Gathering {
    /** So many milliseconds lie between two at least. */
    private static final long LEAST = 500;

    /** It takes one part of the time in so many at most. */
    private static final long SHARE = 10;

    private final LongSupplier millis;
    private long from;

    /** @param millis the time by which the task goes */
    Gathering(LongSupplier millis) {
        this.millis = millis;
        this.from = millis.getAsLong() + LEAST;
    }

    boolean isDue() {
        return millis.getAsLong() >= from;
    }

    /** So long from now it is due; a millisecond at least. */
    Duration until() {
        return Duration.ofMillis(Math.max(1, from - millis.getAsLong()));
    }

    /** Does the work, and says when it may be done again. */
    void run(Runnable work) {
        long begun = System.nanoTime(); // a task's own time stands still while it works
        work.run();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        from = millis.getAsLong() + Math.max(LEAST, (SHARE + 1) * took);
    }
}
