package io.rollouthub.check;

/**
 * That a record is refused, and why.
 *
 * @param reason the first check that failed
 * @param detail what is wrong in this record, in which field, and how to mend it; one line
 */
public record Refusal(Reason reason, String detail) {}
