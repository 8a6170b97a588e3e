package io.rollouthub.console.live;

import io.rollouthub.explain.JournalStories;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the journal tells; one looks at it at a time. */
public final class Annals {
    private final ReentrantLock lock = new ReentrantLock();
    private final JournalStories stories = new JournalStories();
    private volatile @Nullable Instant tick;
    private volatile long ticks;

    /** Looks at it while it does not change; of short duration. */
    public <T> T look(Function<JournalStories, T> look) {
        lock.lock();
        try {
            return look.apply(stories);
        } finally {
            lock.unlock();
        }
    }

    /** Notes a tick, which is in every partition; whether it is later than all before. */
    boolean tick(Instant instant) {
        Instant last = tick;
        if (last != null && !instant.isAfter(last)) {
            return false;
        }
        tick = instant;
        ticks++;
        return true;
    }

    /** The last tick; null if there was none. */
    @Nullable
    Instant lastTick() {
        return tick;
    }

    /** How many ticks there were. */
    long ticks() {
        return ticks;
    }
}
