package io.rollouthub.connect.csv;

/** A row cannot be reported; the message is the reason that its supplier reads, without the place. */
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1;

    BadRowException(String reason) {
        super(reason);
    }
}
