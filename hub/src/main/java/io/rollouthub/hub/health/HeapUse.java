package io.rollouthub.hub.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap is in use for good: what its last collection has left of the objects that live long. What is used
 * at any moment says little, as most of it is waste that waits to be collected.
 */
public final class HeapUse {
    /** From here on a process is short of memory: collections follow ever closer on each other, until it does nothing else. */
    static final double SHORT = 0.8;

    private final Supplier<@Nullable MemoryUsage> left;

    HeapUse(Supplier<@Nullable MemoryUsage> left) {
        this.left = left;
    }

    /** That of this process. */
    public static HeapUse ofProcess() {
        MemoryPoolMXBean pool = longLived();
        return new HeapUse(() -> pool == null ? null : pool.getCollectionUsage());
    }

    /** The part of the heap for objects that live long, as every collector of the JDK calls it; null if there is none. */
    static @Nullable MemoryPoolMXBean longLived() {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        return heap.stream()
                .filter(pool -> heap.size() == 1
                        || pool.getName().endsWith("Tenured Gen")
                        || pool.getName().endsWith("Old Gen"))
                .findFirst()
                .orElse(null);
    }

    /** From 0 to 1, of that part's maximum; NaN as long as it has not been collected, or if the JVM does not tell. */
    public double ratio() {
        MemoryUsage usage = left.get();
        return usage == null || usage.getUsed() == 0 || usage.getMax() <= 0
                ? Double.NaN
                : (double) usage.getUsed() / usage.getMax();
    }
}
