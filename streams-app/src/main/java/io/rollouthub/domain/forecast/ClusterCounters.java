package io.rollouthub.domain.forecast;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counters of one cluster, in order of their texts. */
final class ClusterCounters {
    private final SortedMap<String, Counted> counted = new TreeMap<>();

    /** So many of something. */
    record Counted(Counter counter, int count) {}

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
        String key = counter.toString();
        Counted was = counted.get(key);
        int count = (was == null ? 0 : was.count()) + by;
        if (count == 0) {
            counted.remove(key);
        } else {
            counted.put(key, new Counted(counter, count));
        }
    }

    Collection<Counted> all() {
        return counted.values();
    }
}
