package io.rollouthub.bench.faults;

import java.util.List;

/**
 * What a campaign has shown.
 *
 * @param course what each process had of the machine meanwhile
 * @param problems what is wrong, in sentences; none if all is well
 */
public record Outcome(List<FaultRound> rounds, Aftermath.Result reckoned, VitalSigns course, List<String> problems) {}
