package io.rollouthub.model;

/** §9.8: what has become of a forecast, a function of the facts. */
public enum Outcome {
    /** The milestone is withdrawn or does not exist. */
    VOID,
    /** Achieved on or before that due. */
    KEPT,
    /** That due has passed, whatever was re-planned since. */
    NOT_KEPT,
    /** None of these yet. */
    OPEN;

    /** 1 or 0. */
    boolean decided() {
        return this == KEPT || this == NOT_KEPT;
    }
}
