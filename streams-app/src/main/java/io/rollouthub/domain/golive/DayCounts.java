package io.rollouthub.domain.golive;

import java.time.LocalDate;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many go-lives there are on which day; days without one take no room. */
final class DayCounts {
    private final TreeMap<LocalDate, Integer> days = new TreeMap<>();
    private int total;

    void add(LocalDate day, int by) {
        total += by;
        days.merge(day, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    /** Adds those of others from a day on; null: all. */
    void addAll(DayCounts others, @Nullable LocalDate since) {
        (since == null ? others.days : others.days.tailMap(since, true)).forEach(this::add);
    }

    int total() {
        return total;
    }

    /** The day of the n-th go-live by date; null if there are fewer. */
    @Nullable
    LocalDate nth(int n) {
        if (n > total) {
            return null;
        }
        int fromTheEnd = total;
        for (Entry<LocalDate, Integer> day : days.descendingMap().entrySet()) {
            fromTheEnd -= day.getValue();
            if (fromTheEnd < n) {
                return day.getKey();
            }
        }
        throw new IllegalArgumentException("there is no go-live number " + n);
    }

    /** How many there are in (after, upTo]. */
    int within(LocalDate after, LocalDate upTo) {
        return after.isBefore(upTo)
                ? days.subMap(after, false, upTo, true).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : 0;
    }
}
