package io.rollouthub.runtime;

/** Kafka lacks something that the application needs; the message says what, and how to mend it. */
public final class NotPreparedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPreparedException(String what) {
        super("Kafka is not prepared for the hub: " + what + ". 'rollout admin apply' prepares it.");
    }
}
