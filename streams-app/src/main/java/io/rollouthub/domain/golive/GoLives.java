package io.rollouthub.domain.golive;

import io.rollouthub.report.CommitmentTarget.Count;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many sites of a cluster are live since which day, and which commitments count them. Commitments that count sites of the
 * same product and release share one counter, from whichever day on they count, and a go-live touches those alone whose n-th
 * it makes, takes away or moves.
 */
public final class GoLives {
    private final Map<Release, DayCounts> byRelease = new HashMap<>();
    private final DayCounts all = new DayCounts();
    private final Map<Count, Counter> counters = new LinkedHashMap<>();

    private record Release(String product, String release) {}

    /** What a target has reached: how many go-lives match, and the date of the one that fulfils it, or null. */
    public record Reached(int progress, @Nullable LocalDate on) {}

    /** The go-lives that a filter lets pass, and the commitments that count them, by the day from which on they do. */
    private static final class Counter {
        private final DayCounts days = new DayCounts();
        private final NavigableMap<LocalDate, AwaitedCounts> waiting = new TreeMap<>();
    }

    /**
     * Counts one site more that is live since the go-live's date, or one less.
     *
     * @return the commitments that have reached their count by it, have it no more, or have reached it on another day
     */
    public Collection<String> adjust(GoLive goLive, int by) {
        all.add(goLive.date(), by);
        byRelease
                .computeIfAbsent(new Release(goLive.product(), goLive.release()), it -> new DayCounts())
                .add(goLive.date(), by);
        SortedSet<String> touched = new TreeSet<>();
        counters.forEach((filter, counter) -> {
            if (filter.matches(goLive.product(), goLive.release())) {
                counter.days.add(goLive.date(), by);
                for (AwaitedCounts waiting :
                        counter.waiting.headMap(goLive.date(), true).values()) {
                    touched.addAll(waiting.move(goLive.date(), by));
                }
            }
        });
        return touched;
    }

    /** Whose sites a target counts, whatever number of them it wants, and since when. */
    private static Count filter(Count target) {
        return new Count(1, null, target.product(), target.release());
    }

    private static LocalDate first(Count target) {
        return target.since() == null ? LocalDate.MIN : target.since();
    }

    /** A commitment counts go-lives from now on. */
    public void follow(String milestone, Count target) {
        Counter counter = counters.computeIfAbsent(filter(target), this::counter);
        counter.waiting
                .computeIfAbsent(first(target), it -> new AwaitedCounts(counter.days, target.since()))
                .add(milestone, target.count());
    }

    /** It counts them no more. */
    public void leave(String milestone, Count target) {
        Counter counter = counters.get(filter(target));
        AwaitedCounts waiting = counter == null ? null : counter.waiting.get(first(target));
        if (counter != null && waiting != null && waiting.remove(milestone)) {
            counter.waiting.remove(first(target));
            if (counter.waiting.isEmpty()) {
                counters.remove(filter(target));
            }
        }
    }

    private Counter counter(Count filter) {
        Counter counter = new Counter();
        byRelease.forEach((release, days) -> {
            if (filter.matches(release.product(), release.release())) {
                counter.days.addAll(days);
            }
        });
        return counter;
    }

    /** What a target has reached (semantics 5). */
    public Reached reached(Count target) {
        Counter known = counters.get(filter(target));
        Counter counter = known == null ? counter(filter(target)) : known;
        AwaitedCounts followed = counter.waiting.get(first(target));
        AwaitedCounts waiting = followed == null ? new AwaitedCounts(counter.days, target.since()) : followed;
        return new Reached(waiting.total(), waiting.nth(target.count()));
    }

    /** All commitments that count go-lives. */
    public Collection<String> followed() {
        SortedSet<String> milestones = new TreeSet<>();
        counters.values()
                .forEach(counter ->
                        counter.waiting.values().forEach(waiting -> milestones.addAll(waiting.milestones())));
        return milestones;
    }

    /** The commitments whose progress has moved since this was last asked. */
    public Collection<String> takeMoved() {
        SortedSet<String> milestones = new TreeSet<>();
        for (Counter counter : counters.values()) {
            for (AwaitedCounts waiting : counter.waiting.values()) {
                if (waiting.takeMoved()) {
                    milestones.addAll(waiting.milestones());
                }
            }
        }
        return milestones;
    }

    /** How many go-lives there are, dated in (after, upTo]. */
    public int within(LocalDate after, LocalDate upTo) {
        return all.within(after.plusDays(1), upTo.plusDays(1));
    }
}
