package io.rollouthub.jsonl;

/** A line cannot be turned into an event; the message names the field, not yet the file and the line. */
final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    BadLineException(String message) {
        super(message);
    }

    /** For a field by its path, such as {@code target.count}. */
    BadLineException(String path, String sentence) {
        super(path + ": " + sentence);
    }
}
