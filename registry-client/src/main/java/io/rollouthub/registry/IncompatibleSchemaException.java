package io.rollouthub.registry;

/** The registry refuses a schema: it is no valid successor of the subject's. */
public final class IncompatibleSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IncompatibleSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
