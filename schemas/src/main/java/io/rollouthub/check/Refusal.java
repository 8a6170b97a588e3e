package io.rollouthub.check;

/** Why a record is refused: the first check that failed, and on one line what is wrong, in which field, and how to mend it. */
public record Refusal(Reason reason, String detail) {}
