package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import org.jspecify.annotations.Nullable;

/** The streams application has stopped by itself; the message says why. */
public final class StreamsFailedException extends RolloutException {
    private static final long serialVersionUID = 1;

    StreamsFailedException(@Nullable Throwable reason) {
        super(
                "the streams application has stopped" + (reason == null ? "" : ": " + told(rootOf(reason))),
                "Start it again; if it stops again, mend what it says.",
                reason);
    }

    private static String told(Throwable root) {
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
