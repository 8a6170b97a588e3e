package io.rollouthub.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads afresh what tasks want to know when they begin; once for those that begin together. Safe for several threads. */
final class ReadTogether<T> implements Supplier<T> {
    private static final long TOGETHER = Duration.ofMillis(500).toNanos();

    private final Supplier<T> read;
    private @Nullable T last;
    private long readAt;

    ReadTogether(Supplier<T> read) {
        this.read = read;
    }

    @Override
    public synchronized T get() {
        T known = last;
        if (known == null || System.nanoTime() - readAt > TOGETHER) {
            known = read.get();
            last = known;
            readAt = System.nanoTime();
        }
        return known;
    }
}
