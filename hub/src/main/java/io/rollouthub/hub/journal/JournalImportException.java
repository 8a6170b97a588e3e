package io.rollouthub.hub.journal;

/** A journal cannot be imported; the message is a sentence that says why and what to do. */
public final class JournalImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalImportException(String message) {
        super(message);
    }
}
