package io.rollouthub.domain.ledger;

import io.rollouthub.output.Status;
import java.util.EnumMap;
import java.util.Map;

/** How many milestones have which status. */
final class Tally {
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    Tally add(Status status, int by) {
        counts.merge(status, by, Integer::sum);
        return this;
    }

    int of(Status status) {
        return counts.getOrDefault(status, 0);
    }
}
