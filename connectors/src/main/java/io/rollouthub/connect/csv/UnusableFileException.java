package io.rollouthub.connect.csv;

/** No row of a file can be read. */
final class UnusableFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    UnusableFileException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Where, from 1. */
    int line() {
        return line;
    }
}
