package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the ticks of live use. For one thread. */
public interface LiveClock extends AutoCloseable {
    /** The clock of a replay: the control topic brings all ticks. */
    LiveClock STOPPED = new LiveClock() {
        @Override
        public @Nullable Instant nextTick() {
            return null;
        }

        @Override
        public Duration untilNextLook() {
            return ChronoUnit.FOREVER.getDuration();
        }
    };

    /** A tick that is due and may be written now, or null; never waits. */
    @Nullable
    Instant nextTick();

    /** How long it is no use to ask for the next tick. */
    Duration untilNextLook();

    @Override
    default void close() {}
}
