package io.rollouthub.domain.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The counters of one cluster, and what they say of its promises as of a day. */
final class ClusterCounters {
    private final Map<Counter, Integer> counts = new HashMap<>();
    private @Nullable TrackRecord record;

    /**
     * A thing's counters have changed.
     *
     * @return whether any count is another than before
     */
    boolean move(Collection<Counter> before, Collection<Counter> after) {
        Map<Counter, Integer> changes = new HashMap<>();
        before.forEach(counter -> changes.merge(counter, -1, Integer::sum));
        after.forEach(counter -> changes.merge(counter, 1, Integer::sum));
        changes.values().removeIf(by -> by == 0);
        changes.forEach(this::add);
        return !changes.isEmpty();
    }

    private void add(Counter counter, int by) {
        counts.merge(counter, by, (was, more) -> was + more == 0 ? null : was + more);
        if (record != null) {
            record.count(counter, by);
        }
    }

    /** So many of each, in no order. */
    Map<Counter, Integer> all() {
        return counts;
    }

    /** How promises have ended as of a day; it goes along until it is asked for another day. */
    TrackRecord record(LocalDate today) {
        if (record == null || !record.today.equals(today)) {
            record = new TrackRecord(today);
            counts.forEach(record::count);
        }
        return record;
    }
}
