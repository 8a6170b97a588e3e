package io.rollouthub.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the ticks of live use. For one thread. */
public interface LiveClock extends AutoCloseable {
    /** The clock of a replay: the control topic brings all ticks. */
    LiveClock STOPPED = () -> null;

    /** A tick that is due and may be written now, or null; never waits. */
    @Nullable
    Instant nextTick();

    @Override
    default void close() {}
}
