package io.rollouthub.jsonl;

/** A line cannot be turned into what its file holds; the message names the field, not yet the file and the line. */
public final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    public BadLineException(String message) {
        super(message);
    }

    /** For a field by its path, such as {@code target.count}. */
    public BadLineException(String path, String sentence) {
        super(path + ": " + sentence);
    }
}
