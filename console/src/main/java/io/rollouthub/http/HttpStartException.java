package io.rollouthub.http;

/** The web server cannot be started as it is set up; its message says why and how to mend it. */
public class HttpStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HttpStartException(String message) {
        super(message);
    }

    HttpStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
