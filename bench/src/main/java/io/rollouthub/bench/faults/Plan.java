package io.rollouthub.bench.faults;

import java.time.Duration;

/**
 * What a campaign is made of; the same seed does the same.
 *
 * @param faults how many
 * @param perSecond reports of all suppliers together
 * @param worker whether a Connect worker tells somebody of alerts, too
 * @param calm for how long nothing fails behind all faults
 */
public record Plan(long seed, int faults, int brokers, int perSecond, boolean worker, Duration calm, Limits limits) {}
