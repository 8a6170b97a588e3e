package io.rollouthub.hub.worker;

/** What a worker's REST interface answered when it did not do what it was asked. */
public final class ConnectRestException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NOT_FOUND = 404;

    /** Said while the workers share out their work. */
    static final int CONFLICT = 409;

    private static final int NO_ANSWER = 0;

    private final int status;

    ConnectRestException(int status, String message) {
        super(message);
        this.status = status;
    }

    ConnectRestException(String message, Throwable cause) {
        super(message, cause);
        this.status = NO_ANSWER;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
