package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.topology.RecordFailedException;
import org.jspecify.annotations.Nullable;

/** The streams application has stopped by itself; the message says why. */
public final class StreamsFailedException extends RolloutException {
    private static final long serialVersionUID = 1;

    StreamsFailedException(@Nullable Throwable reason) {
        super(
                "the streams application has stopped" + (reason == null ? "" : ": " + reason(reason)),
                "Start it again; if it stops again, mend what it says.",
                reason);
    }

    /** What a failure of a thread goes back to, in a few words; with the record that it happened at. */
    static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordFailedException record) {
                return String.valueOf(record.getMessage());
            }
        }
        Throwable root = rootOf(thrown);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
