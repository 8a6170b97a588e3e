package io.rollouthub.serde;

/** Bytes that hold a record of a kind that a newer program knows, and this one does not. */
public final class NewerKindException extends UndecodableException {
    private static final long serialVersionUID = 1;

    NewerKindException(String message) {
        super(message, null, false);
    }
}
