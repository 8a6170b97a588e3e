package io.rollouthub.topology;

import io.rollouthub.domain.time.CivilTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ticks the journal gets as the clock moves on (ADR 16): of the control topic's all; live where something may be due,
 * as a tick fires what is due by then as of its own instants, at each local midnight, and once when somebody begins to tick.
 * A jump is told day by day. For one thread.
 */
final class JournalTicks {
    private @Nullable Instant told;
    private @Nullable Instant written;

    /** Whoever moved the clock before has come so far; null: nobody did. */
    void goOnFrom(@Nullable Instant before) {
        if (before != null && isLater(before)) {
            told = before;
        }
    }

    /** Whether an instant is later than all that the clock has told; it does not go back. */
    boolean isLater(Instant at) {
        return told == null || at.isAfter(told);
    }

    /** The ticks by which the journal is told of an instant, whatever is due. */
    List<Instant> always(Instant at) {
        List<Instant> ticks = Jump.ticks(told, at);
        goOnFrom(at);
        written = told;
        return ticks;
    }

    /**
     * The tick that the journal gets before a programme, as that moves no clock: what it changes at once is to be as of the
     * last instant told. None if the journal has been told of that.
     */
    List<Instant> beforeProgramme() {
        return told == null || told.equals(written) ? List.of() : always(told);
    }

    /**
     * The same of a later instant live; none if it need not be told.
     *
     * @param time dates in the programme's zone; null: there is no programme yet
     */
    List<Instant> live(Instant at, NextDue due, @Nullable CivilTime time) {
        if (written == null || due.mayBeBy(at) || hasMidnight(at, time)) {
            return always(at);
        }
        goOnFrom(at);
        return List.of();
    }

    /** Whether a day has begun since the last instant told. */
    private boolean hasMidnight(Instant at, @Nullable CivilTime time) {
        return told == null || time == null || time.hasPassed(time.today(told), at);
    }
}
