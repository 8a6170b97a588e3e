package io.rollouthub.console.live;

import io.rollouthub.entry.Entry;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the journal, as many as may be held: beyond that those on whole clusters are let go, first where nobody has
 * looked for longest, and read again when somebody does. One looks at it at a time.
 */
final class HeldReports {
    /** An entry of the journal, and in which of its partitions it stands. */
    record Placed(int partition, JournalEntry entry) {}

    /** Hands over the reports on a cluster that are in the journal by now, and the programmes by which they count. */
    interface Again {
        void read(String cluster, Consumer<Placed> to);
    }

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final Set<String> gone = new HashSet<>();
    private final JournalStories stories = new JournalStories(cluster -> !gone.contains(cluster));
    private final Map<String, Integer> held = new LinkedHashMap<>();
    private int total;

    /** Those that were looked at, the last one last. */
    private final Set<String> looked = new LinkedHashSet<>();

    /** What comes on a cluster while its reports are read again. */
    private final Map<String, List<Placed>> coming = new HashMap<>();

    HeldReports(int most) {
        this.most = most;
    }

    /** Takes in the next entries. */
    void accept(List<Placed> entries) {
        lock.lock();
        try {
            for (Placed next : entries) {
                stories.accept(next.partition(), next.entry());
                Entry entry = Entry.of(next.entry());
                if (entry.report() != null) {
                    count(entry.report().cluster(), next);
                } else if (entry.programme() != null) {
                    coming.values().forEach(waiting -> waiting.add(next));
                }
            }
            shrink();
        } finally {
            lock.unlock();
        }
    }

    private void count(String cluster, Placed entry) {
        List<Placed> waiting = coming.get(cluster);
        if (waiting != null) {
            waiting.add(entry);
        } else if (!gone.contains(cluster)) {
            held.merge(cluster, 1, Integer::sum);
            total++;
        }
    }

    /** The cluster that somebody looked at last stays, however many reports there are on it. */
    private void shrink() {
        while (total > most) {
            String least = leastLookedAt();
            if (least == null) {
                return;
            }
            stories.letGo(least);
            gone.add(least);
            total -= Objects.requireNonNull(held.remove(least));
        }
    }

    private @Nullable String leastLookedAt() {
        String last = looked.stream().reduce((before, one) -> one).orElse(null);
        return held.keySet().stream()
                .filter(cluster -> !looked.contains(cluster))
                .findFirst()
                .or(() -> looked.stream()
                        .filter(cluster -> held.containsKey(cluster) && !cluster.equals(last))
                        .findFirst())
                .orElse(null);
    }

    /** How many reports are held. */
    int size() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }

    /** What is held, if that of a cluster is; else null. While it is looked at it does not change; of short duration. */
    <T> @Nullable T look(String cluster, Function<JournalStories, T> look) {
        lock.lock();
        try {
            return gone.contains(cluster) ? null : look.apply(stories);
        } finally {
            lock.unlock();
        }
    }

    /** Sees that the reports on a cluster are held; takes as long as the journal is long if they were let go. */
    void hold(String cluster, Again journal) {
        reading.lock();
        try {
            if (!isHeld(cluster)) {
                takeBack(cluster, journal);
            }
        } finally {
            reading.unlock();
        }
    }

    /** Notes that somebody looks; if there is nothing to be seen, what comes from now on waits for what is to be read. */
    private boolean isHeld(String cluster) {
        lock.lock();
        try {
            if (looked.remove(cluster) || held.containsKey(cluster) || gone.contains(cluster)) {
                looked.add(cluster);
            }
            if (!gone.contains(cluster)) {
                return true;
            }
            coming.put(cluster, new ArrayList<>());
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void takeBack(String cluster, Again journal) {
        JournalStories again = JournalStories.on(Set.of(cluster));
        AtomicInteger count = new AtomicInteger();
        Consumer<Placed> to = next -> {
            again.accept(next.partition(), next.entry());
            if (Entry.of(next.entry()).report() != null) {
                count.incrementAndGet();
            }
        };
        boolean done = false;
        try {
            journal.read(cluster, to);
            done = true;
        } finally {
            lock.lock();
            try {
                List<Placed> waiting = coming.remove(cluster);
                if (done && waiting != null) {
                    waiting.forEach(to); // what has been read already is a repeat, which tells nothing
                    stories.takeBack(cluster, again);
                    gone.remove(cluster);
                    held.put(cluster, count.get());
                    total += count.get();
                    shrink();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
