package io.rollouthub.http;

import io.rollouthub.failure.RolloutException;

/** The web server cannot be started as it is set up; its message says why and how to mend it. */
public class HttpStartException extends RolloutException {
    private static final long serialVersionUID = 1;

    HttpStartException(String what, String remedy) {
        super(what, remedy);
    }

    HttpStartException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
