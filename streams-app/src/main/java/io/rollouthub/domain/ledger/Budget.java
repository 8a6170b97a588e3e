package io.rollouthub.domain.ledger;

import java.time.Duration;

/**
 * How much of a long work may be done at once: so many rows read or written, for so long. It says where work stops, never
 * what comes of it. For one slice of work.
 */
public final class Budget {
    private int rows;
    private final boolean isTimed;
    private final long until;

    private Budget(int rows, boolean isTimed, long until) {
        this.rows = rows;
        this.isTimed = isTimed;
        this.until = until;
    }

    /** Without a bound. */
    public static Budget unlimited() {
        return new Budget(Integer.MAX_VALUE, false, 0);
    }

    /** Bounded by rows alone; at least one. */
    public static Budget of(int rows) {
        return new Budget(rows, false, 0);
    }

    /** Bounded by rows and by time from now on, whichever is spent first. */
    public static Budget of(int rows, Duration time) {
        return new Budget(rows, true, System.nanoTime() + time.toNanos());
    }

    /** Whether nothing more is to be begun. */
    public boolean isSpent() {
        return rows <= 0 || isTimed && System.nanoTime() - until >= 0;
    }

    /** A row has been read or written. */
    void spend() {
        rows--;
    }
}
