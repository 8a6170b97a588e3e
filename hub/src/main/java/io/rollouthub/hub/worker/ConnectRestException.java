package io.rollouthub.hub.worker;

import io.rollouthub.failure.RolloutException;

/** What a worker's REST interface answered when it did not do what it was asked. */
public final class ConnectRestException extends RolloutException {
    private static final long serialVersionUID = 1;
    private static final int NOT_FOUND = 404;

    /** Said while the workers share out their work. */
    static final int CONFLICT = 409;

    private static final int NO_ANSWER = 0;

    private final int status;

    ConnectRestException(int status, String message) {
        super(message, "Look into the worker's log, or at 'rollout connect status'.");
        this.status = status;
    }

    ConnectRestException(String message, Throwable cause) {
        super(message, "Look whether the worker runs and its port is the one of --port.", cause);
        this.status = NO_ANSWER;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
