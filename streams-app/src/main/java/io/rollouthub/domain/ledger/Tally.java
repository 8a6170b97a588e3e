package io.rollouthub.domain.ledger;

import io.rollouthub.output.Status;
import java.util.EnumMap;
import java.util.Map;

/** How many milestones have which status. */
final class Tally {
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    static Tally of(int pending, int met, int metLate, int missed, int withdrawn) {
        Tally tally = new Tally();
        tally.add(Status.PENDING, pending);
        tally.add(Status.MET, met);
        tally.add(Status.MET_LATE, metLate);
        tally.add(Status.MISSED, missed);
        tally.add(Status.WITHDRAWN, withdrawn);
        return tally;
    }

    void add(Status status, int by) {
        counts.merge(status, by, Integer::sum);
    }

    int of(Status status) {
        return counts.getOrDefault(status, 0);
    }
}
