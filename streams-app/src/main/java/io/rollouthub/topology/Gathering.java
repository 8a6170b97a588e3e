package io.rollouthub.topology;

import java.util.function.LongSupplier;

/** When the ledger may work out what costs much again: a while after the last time, and longer where it takes long. */
final class Gathering {
    /** So many milliseconds lie between two at least. */
    private static final long LEAST = 500;

    /** It takes one part of the time in so many at most. */
    private static final long SHARE = 10;

    private final LongSupplier millis;
    private long from;

    /** @param millis the machine's time */
    Gathering(LongSupplier millis) {
        this.millis = millis;
        this.from = millis.getAsLong() + LEAST;
    }

    boolean isDue() {
        return millis.getAsLong() >= from;
    }

    /** Does the work, and says when it may be done again. */
    void run(Runnable work) {
        long begun = millis.getAsLong();
        work.run();
        long ended = millis.getAsLong();
        from = ended + Math.max(LEAST, SHARE * (ended - begun));
    }
}
