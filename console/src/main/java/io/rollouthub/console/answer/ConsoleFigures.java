package io.rollouthub.console.answer;

import java.time.Instant;

/**
 * What the console knows of itself.
 *
 * @param streams how many listen to changes
 */
public record ConsoleFigures(Instant startedAt, int streams) {}
