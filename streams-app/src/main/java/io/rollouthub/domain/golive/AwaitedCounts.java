package io.rollouthub.domain.golive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The commitments that count the same go-lives: those that wait for their n-th by n, the others by the day on which it came. */
final class AwaitedCounts {
    private final Map<String, Place> places = new HashMap<>();
    private final NavigableMap<Integer, SortedSet<String>> byCount = new TreeMap<>();
    private final NavigableMap<LocalDate, SortedSet<String>> byDay = new TreeMap<>();
    private final DayCounts days;
    private int total;
    private boolean moved;

    /** The count of a commitment, and the day on which it was reached; null: it is not. */
    private record Place(int count, @Nullable LocalDate on) {}

    /**
     * Without a commitment.
     *
     * @param days the go-lives, with others that are earlier
     * @param since the first day of those that are counted; null: all are
     */
    AwaitedCounts(DayCounts days, @Nullable LocalDate since) {
        this.days = days;
        this.total = days.since(since);
    }

    /** How many go-lives are counted. */
    int total() {
        return total;
    }

    /** The day of the n-th go-live by date; null if there are fewer. */
    @Nullable
    LocalDate nth(int n) {
        return n > total ? null : days.fromTheEnd(total - n + 1);
    }

    void add(String milestone, int count) {
        remove(milestone);
        LocalDate on = nth(count);
        places.put(milestone, new Place(count, on));
        if (on == null) {
            byCount.computeIfAbsent(count, it -> new TreeSet<>()).add(milestone);
        } else {
            byDay.computeIfAbsent(on, it -> new TreeSet<>()).add(milestone);
        }
    }

    /** Whether none is left. */
    boolean remove(String milestone) {
        Place place = places.remove(milestone);
        if (place != null) {
            if (place.on() == null) {
                take(byCount, place.count(), milestone);
            } else {
                take(byDay, place.on(), milestone);
            }
        }
        return places.isEmpty();
    }

    /**
     * Go-lives that are counted have become more or fewer, and the days say so already.
     *
     * @return the commitments whose n-th came, went, or moved to another day
     */
    Collection<String> move(LocalDate day, int by) {
        total += by;
        moved = true;
        SortedSet<String> looked = new TreeSet<>();
        byCount.headMap(total, true).values().forEach(looked::addAll);
        byDay.tailMap(day, true).values().forEach(looked::addAll);
        SortedSet<String> touched = new TreeSet<>();
        for (String milestone : looked) {
            Place before = places.get(milestone);
            LocalDate on = before == null ? null : nth(before.count());
            if (before != null && !Objects.equals(on, before.on())) {
                add(milestone, before.count());
                touched.add(milestone);
            }
        }
        return touched;
    }

    /** Whether go-lives have moved since this was last asked. */
    boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    Collection<String> milestones() {
        return Collections.unmodifiableSet(places.keySet());
    }

    private static <K> void take(Map<K, SortedSet<String>> from, K key, String milestone) {
        SortedSet<String> there = from.get(key);
        if (there != null && there.remove(milestone) && there.isEmpty()) {
            from.remove(key);
        }
    }
}
