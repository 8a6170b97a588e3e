package io.rollouthub.hub.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast the days of a replay pass.
 *
 * @param day how long a day takes; negative: no days, everything is written before it is processed
 */
public record Pace(Duration day) {
    /** Everything at once. */
    public static final Pace AT_ONCE = new Pace(Duration.ofNanos(-1));

    /** Day by day, for files of events alone: a midnight of ours has no place among the ticks of a journal. */
    public static Pace daysPerSecond(double days) {
        return new Pace(Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / days)));
    }

    boolean isByDay() {
        return !day.isNegative();
    }

    /** Lets a day pass, or as much of it as is left. */
    void passDay(long startNanos) {
        long end = startNanos + day.toNanos();
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
