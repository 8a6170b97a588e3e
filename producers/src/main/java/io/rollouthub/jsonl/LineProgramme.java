package io.rollouthub.jsonl;

import io.rollouthub.programme.Programme;
import java.time.Instant;

/**
 * A line of an exported journal that says which programme is in force from there on.
 *
 * @param acceptedAt when it came into force
 */
public record LineProgramme(long lineNumber, Instant acceptedAt, Programme programme) implements EventLine {}
