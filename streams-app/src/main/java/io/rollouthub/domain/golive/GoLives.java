package io.rollouthub.domain.golive;

import io.rollouthub.report.CommitmentTarget.Count;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many sites of a cluster are live since which day, and which commitments count them. Commitments that count the same
 * sites share one counter, and a go-live touches those alone whose n-th it makes, takes away or moves.
 */
public final class GoLives {
    private final Map<String, DayCounts> byRelease = new HashMap<>();
    private final DayCounts all = new DayCounts();
    private final Map<Count, Counter> counters = new LinkedHashMap<>();

    /** What a target has reached: how many go-lives match, and the date of the one that fulfils it, or null. */
    public record Reached(int progress, @Nullable LocalDate on) {}

    /** The go-lives that a filter lets pass, and the commitments that count them. */
    private static final class Counter {
        private final DayCounts days = new DayCounts();
        private final AwaitedCounts waiting = new AwaitedCounts();
        private boolean moved;
    }

    /**
     * Counts one site more that is live since the go-live's date, or one less.
     *
     * @return the commitments that have reached their count by it, have it no more, or have reached it on another day
     */
    public Collection<String> adjust(GoLive goLive, int by) {
        all.add(goLive.date(), by);
        byRelease
                .computeIfAbsent(goLive.product() + "/" + goLive.release(), it -> new DayCounts())
                .add(goLive.date(), by);
        SortedSet<String> touched = new TreeSet<>();
        counters.forEach((filter, counter) -> {
            if (isCounted(filter, goLive)) {
                counter.days.add(goLive.date(), by);
                counter.moved = true;
                touched.addAll(counter.waiting.move(counter.days, goLive.date()));
            }
        });
        return touched;
    }

    /** What a target counts, whatever number of them it wants: the same for all that count the same go-lives. */
    private static Count filter(Count target) {
        return new Count(1, target.since(), target.product(), target.release());
    }

    private static boolean isCounted(Count filter, GoLive goLive) {
        return filter.matches(goLive.product(), goLive.release())
                && (filter.since() == null || !goLive.date().isBefore(filter.since()));
    }

    /** A commitment counts go-lives from now on. */
    public void follow(String milestone, Count target) {
        Counter counter = counters.computeIfAbsent(filter(target), this::counter);
        counter.waiting.add(milestone, target.count(), counter.days);
    }

    /** It counts them no more. */
    public void leave(String milestone, Count target) {
        Counter counter = counters.get(filter(target));
        if (counter != null && counter.waiting.remove(milestone)) {
            counters.remove(filter(target));
        }
    }

    private Counter counter(Count filter) {
        Counter counter = new Counter();
        byRelease.forEach((release, days) -> {
            int slash = release.indexOf('/');
            if (filter.matches(release.substring(0, slash), release.substring(slash + 1))) {
                counter.days.addAll(days, filter.since());
            }
        });
        return counter;
    }

    /** What a count that is followed has reached (semantics 5). */
    public Reached reached(Count target) {
        Counter counter = counters.get(filter(target));
        DayCounts days = counter == null ? counter(filter(target)).days : counter.days;
        return new Reached(days.total(), days.nth(target.count()));
    }

    /** All commitments that count go-lives. */
    public Collection<String> followed() {
        SortedSet<String> milestones = new TreeSet<>();
        counters.values().forEach(counter -> milestones.addAll(counter.waiting.milestones()));
        return milestones;
    }

    /** The commitments whose progress has moved since this was last asked. */
    public Collection<String> takeMoved() {
        SortedSet<String> milestones = new TreeSet<>();
        for (Counter counter : counters.values()) {
            if (counter.moved) {
                milestones.addAll(counter.waiting.milestones());
                counter.moved = false;
            }
        }
        return milestones;
    }

    /** How many go-lives there are, dated in (after, upTo]. */
    public int within(LocalDate after, LocalDate upTo) {
        return all.within(after, upTo);
    }
}
