package io.rollouthub.jsonl;

import java.time.Instant;

/**
 * A line of an exported journal that says that time has reached an instant.
 *
 * @param acceptedAt the instant
 */
public record LineTick(long lineNumber, Instant acceptedAt) implements EventLine {}
