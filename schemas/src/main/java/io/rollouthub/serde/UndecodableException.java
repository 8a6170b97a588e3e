package io.rollouthub.serde;

import org.jspecify.annotations.Nullable;

/** Bytes that are no record in Confluent's wire format, or of none of the types expected. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean forGood;

    public UndecodableException(String message, @Nullable Throwable cause) {
        this(message, cause, true);
    }

    UndecodableException(String message, @Nullable Throwable cause, boolean forGood) {
        super(message, cause);
        this.forGood = forGood;
    }

    /**
     * Whether that follows from the bytes and from schemas that are known; not so if the registry lacks the schema, or a newer
     * program wrote what this one does not understand.
     */
    public boolean isForGood() {
        return forGood;
    }
}
