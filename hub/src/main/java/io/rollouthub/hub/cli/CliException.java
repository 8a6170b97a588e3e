package io.rollouthub.hub.cli;

/** An error that is told to people in one sentence, without a stack trace; the command ends with exit code 1. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The sentence says what failed, where, and how to mend it. */
    CliException(String message) {
        super(message);
    }

    /** As above, with a cause that is shown with {@code --verbose} alone. */
    CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
