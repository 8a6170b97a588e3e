package io.rollouthub.domain.forecast;

/**
 * Sites that are live, by the day on which they appeared (semantics 9.5).
 *
 * @param ago days since then
 * @param lead days from then to the live date
 */
record Appearance(int ago, int lead, int count) {}
