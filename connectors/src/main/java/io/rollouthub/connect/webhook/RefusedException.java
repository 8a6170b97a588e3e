package io.rollouthub.connect.webhook;

/** A receiver will not take a transition. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String refusal) {
        super(refusal);
    }
}
