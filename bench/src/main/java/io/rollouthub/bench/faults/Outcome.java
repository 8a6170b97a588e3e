package io.rollouthub.bench.faults;

import java.util.List;
import java.util.Map;

/**
 * What a campaign has shown.
 *
 * @param begin what each process had of the machine at its begin, by name
 * @param end likewise
 * @param problems what is wrong, in sentences; none if all is well
 */
public record Outcome(
        List<Round> rounds,
        Reckoning.Result reckoned,
        Map<String, Vitals> begin,
        Map<String, Vitals> end,
        List<String> problems) {}
