package io.rollouthub.jsonl;

/**
 * A line of a file, counted from 1 with the blank ones, that cannot be turned into what its kind holds; the lines after it can.
 * The message names file, line, field and mistake: {@code events.jsonl:12: date: "2006-02-30" is no date; write YYYY-MM-DD}.
 */
public record LineError(long lineNumber, String message) {}
