package io.rollouthub.runtime;

import org.jspecify.annotations.Nullable;

/** The streams application has stopped by itself; the message says why. */
public final class StreamsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StreamsFailedException(@Nullable Throwable reason) {
        super("the streams application has stopped" + (reason == null ? "" : ": " + rootOf(reason)), reason);
    }

    private static String rootOf(Throwable reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
