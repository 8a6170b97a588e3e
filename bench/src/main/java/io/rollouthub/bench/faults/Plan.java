package io.rollouthub.bench.faults;

/**
 * What a campaign is made of; the same seed does the same.
 *
 * @param faults how many
 * @param perSecond reports of all suppliers together
 */
public record Plan(long seed, int faults, int brokers, int perSecond, Limits limits) {}
