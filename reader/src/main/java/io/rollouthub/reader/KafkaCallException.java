package io.rollouthub.reader;

import org.jspecify.annotations.Nullable;

/** Kafka did not do what was asked; the message says what and why. */
public final class KafkaCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KafkaCallException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
