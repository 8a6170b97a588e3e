package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Tells how far time has come in live use. For one thread. */
public interface LiveClock extends AutoCloseable {
    /** The clock of a replay: the control topic brings all ticks. */
    LiveClock STOPPED = new LiveClock() {
        @Override
        public @Nullable Elapsed next() {
            return null;
        }

        @Override
        public Duration untilNextLook() {
            return ChronoUnit.FOREVER.getDuration();
        }
    };

    /**
     * Time has come so far.
     *
     * @param at everything that was accepted before it is judged, or has been waited for long enough
     * @param before what was told last before this clock began, by whoever did; null: nothing
     * @param due what is known of when the ledger has to look at something
     */
    record Elapsed(Instant at, @Nullable Instant before, NextDue due) {}

    /** How far time has come, if that is to be told now, or null; never waits. */
    @Nullable
    Elapsed next();

    /** How long it is no use to ask again. */
    Duration untilNextLook();

    @Override
    default void close() {}
}
