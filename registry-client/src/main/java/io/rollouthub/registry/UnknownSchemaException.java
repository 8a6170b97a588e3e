package io.rollouthub.registry;

/** The registry has no such schema, and said so. */
public final class UnknownSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
