package io.rollouthub.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tasks read when they begin, read once for those that begin together. Safe for several threads. */
final class ReadTogether<T> implements Supplier<T> {
    private static final long TOGETHER = Duration.ofMillis(500).toNanos();

    private final Supplier<T> reads;
    private @Nullable T last;
    private long readAt;

    ReadTogether(Supplier<T> reads) {
        this.reads = reads;
    }

    @Override
    public synchronized T get() {
        T known = last;
        if (known == null || System.nanoTime() - readAt > TOGETHER) {
            known = reads.get();
            last = known;
            readAt = System.nanoTime();
        }
        return known;
    }
}
