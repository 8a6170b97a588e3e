package io.rollouthub.registry;

import io.rollouthub.failure.RolloutException;

/** The registry refuses a schema: it is no valid successor of the subject's. */
public final class IncompatibleSchemaException extends RolloutException {
    private static final long serialVersionUID = 1;

    public IncompatibleSchemaException(String message, Throwable cause) {
        super(message, "Use a version of the hub that can read what is registered there, or another registry.", cause);
    }
}
