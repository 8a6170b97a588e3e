package io.rollouthub.connect.told;

/** A receiver will not take a transition. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what the receiver said. */
    public RefusedException(String refusal) {
        super(refusal);
    }
}
