package io.rollouthub.serde;

import org.jspecify.annotations.Nullable;

/** Bytes that are no record in Confluent's wire format, or of none of the types expected. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UndecodableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
