package io.rollouthub.embedded;

/** Something embedded could not start; the message says to people what failed, where, and how to mend it. */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedStartException(String message) {
        super(message);
    }

    EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
