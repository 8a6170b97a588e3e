package io.rollouthub.domain.ledger;

import java.util.function.BooleanSupplier;

/**
 * How much of a long work may be done at once: so many rows read or written, and whatever else whoever asks for it goes by,
 * such as time. It says where work stops, never what comes of it. For one slice of work.
 */
public final class Budget {
    private int rows;
    private final BooleanSupplier isOver;

    private Budget(int rows, BooleanSupplier isOver) {
        this.rows = rows;
        this.isOver = isOver;
    }

    /** Without a bound. */
    public static Budget unlimited() {
        return of(Integer.MAX_VALUE);
    }

    /** Bounded by rows alone; at least one. */
    public static Budget of(int rows) {
        return of(rows, () -> false);
    }

    /**
     * Bounded by rows, and spent as well when something else is.
     *
     * @param isOver is asked before each row
     */
    public static Budget of(int rows, BooleanSupplier isOver) {
        return new Budget(rows, isOver);
    }

    /** Whether nothing more is to be begun. */
    public boolean isSpent() {
        return rows <= 0 || isOver.getAsBoolean();
    }

    /** A row has been read or written. */
    void spend() {
        rows--;
    }
}
