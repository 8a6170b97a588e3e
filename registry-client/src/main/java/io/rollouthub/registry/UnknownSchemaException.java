package io.rollouthub.registry;

import io.rollouthub.failure.RolloutException;

/** The registry has no such schema, and said so. */
public final class UnknownSchemaException extends RolloutException {
    private static final long serialVersionUID = 1;

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, "'rollout admin apply' registers the schemas of this version.", cause);
    }
}
