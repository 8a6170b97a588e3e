package io.rollouthub.jsonl;

/**
 * A line that cannot be turned into what a file of its kind holds; the lines after it can.
 *
 * @param lineNumber its place in the file, from 1, blank lines counted
 * @param message with file, line, field and what is wrong with it, such as
 *     {@code events.jsonl:12: date: "2006-02-30" is no date; write YYYY-MM-DD}
 */
public record LineError(long lineNumber, String message) {}
