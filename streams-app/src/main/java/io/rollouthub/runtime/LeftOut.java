package io.rollouthub.runtime;

import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.registry.SchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads which entries of the journal are left out, for tasks that begin; once for those that begin together. Safe for several threads. */
final class LeftOut implements Supplier<PassedOverEntries> {
    private static final long TOGETHER = Duration.ofMillis(500).toNanos();

    private final Map<String, Object> client;
    private final SchemaRegistry registry;
    private @Nullable PassedOverEntries last;
    private long readAt;

    LeftOut(Map<String, Object> client, SchemaRegistry registry) {
        this.client = client;
        this.registry = registry;
    }

    @Override
    public synchronized PassedOverEntries get() {
        PassedOverEntries known = last;
        if (known == null || System.nanoTime() - readAt > TOGETHER) {
            known = LeftOutEntries.read(client, registry);
            last = known;
            readAt = System.nanoTime();
        }
        return known;
    }
}
