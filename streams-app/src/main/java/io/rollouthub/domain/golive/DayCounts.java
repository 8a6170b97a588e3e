package io.rollouthub.domain.golive;

import java.time.LocalDate;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many go-lives there are on which day; days without one take no room. They are summed up by so many days as well, so
 * that nothing is asked of each of thousands of days.
 */
final class DayCounts {
    private static final int DAYS_TOGETHER = 256;

    private final TreeMap<LocalDate, Integer> days = new TreeMap<>();
    private final TreeMap<LocalDate, Integer> spans = new TreeMap<>();

    void add(LocalDate day, int by) {
        add(days, day, by);
        add(spans, spanOf(day), by);
    }

    private static void add(TreeMap<LocalDate, Integer> counts, LocalDate at, int by) {
        counts.merge(at, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    /** The first day of those that are summed up with a day. */
    private static LocalDate spanOf(LocalDate day) {
        return LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), DAYS_TOGETHER) * (long) DAYS_TOGETHER);
    }

    void addAll(DayCounts others) {
        others.days.forEach(this::add);
    }

    /** How many there are from a day on; null: all. */
    int since(@Nullable LocalDate day) {
        if (day == null) {
            return sum(spans.values());
        }
        LocalDate next = spanOf(day).plusDays(DAYS_TOGETHER);
        return within(day, next) + sum(spans.tailMap(next, true).values());
    }

    /** The day of the n-th from the end by date, of which there are so many at least. */
    LocalDate fromTheEnd(int n) {
        int later = 0;
        for (Entry<LocalDate, Integer> span : spans.descendingMap().entrySet()) {
            if (later + span.getValue() >= n) {
                return fromTheEnd(n - later, span.getKey());
            }
            later += span.getValue();
        }
        throw new IllegalArgumentException("there are no " + n + " go-lives");
    }

    private LocalDate fromTheEnd(int n, LocalDate span) {
        int left = n;
        for (Entry<LocalDate, Integer> day : days.subMap(span, true, span.plusDays(DAYS_TOGETHER), false)
                .descendingMap()
                .entrySet()) {
            left -= day.getValue();
            if (left <= 0) {
                return day.getKey();
            }
        }
        throw new IllegalStateException("the days from " + span + " on do not add up");
    }

    /** How many there are in [from, to). */
    int within(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? sum(days.subMap(from, to).values()) : 0;
    }

    private static int sum(Iterable<Integer> counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
