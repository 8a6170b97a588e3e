package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;

/** Kafka lacks something that the application needs; the message says what, and how to mend it. */
public final class NotPreparedException extends RolloutException {
    private static final long serialVersionUID = 1;

    public NotPreparedException(String what) {
        super("Kafka is not prepared for the hub: " + what, "'rollout admin apply' prepares it.");
    }
}
