package io.rollouthub.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When the ledger may work out what costs much again: a while after the last time, and longer where it takes long. */
final class Gathering {
    /** So many milliseconds lie between two at least. */
    private static final long LEAST = 500;

    /** It takes one part of a thread's time in so many at most, whatever number of tasks share that. */
    private static final long SHARE = 10;

    private final LongSupplier millis;
    private final LongSupplier nanos;
    private final TasksHere tasks;
    private long from;

    /**
     * Of one task.
     *
     * @param millis the time by which the task goes
     * @param nanos a clock as {@link System#nanoTime}: a task's own time stands still while it works
     * @param tasks of its thread
     */
    Gathering(LongSupplier millis, LongSupplier nanos, TasksHere tasks) {
        this.millis = millis;
        this.nanos = nanos;
        this.tasks = tasks;
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
        long begun = nanos.getAsLong();
        work.run();
        long took = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begun);
        from = millis.getAsLong() + Math.max(LEAST, (SHARE * tasks.count() + 1) * took);
    }
}
