package io.rollouthub.embedded;

import io.rollouthub.failure.RolloutException;

/** Something embedded could not start; what failed, where, and how to mend it. */
public final class EmbeddedStartException extends RolloutException {
    private static final long serialVersionUID = 1;

    EmbeddedStartException(String what, String remedy) {
        super(what, remedy);
    }

    EmbeddedStartException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
