package io.rollouthub.hub.health;

import io.rollouthub.topology.KeptIn;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/**
 * For how many facts a process has memory.
 *
 * <p>Measured: bytes of live objects ({@code jcmd PID GC.class_histogram}) of {@code up} behind 30,000 and 90,000 reports of
 * the bench's mix, which are on 9,874 and 29,397 facts: 184 and 354 million with state in memory, 317 million of the latter on
 * disk, 67 million before the first report, and 101 million in a console alone. ADR 15 tells what they are made of.
 */
public record Room(long facts, long heap, KeptIn kept) {
    private static final long BYTES_BY_RULES_IN_MEMORY = 7_500;
    private static final long BYTES_BY_RULES_ON_DISK = 6_200;

    /** What the topics hold of a fact. */
    private static final long BYTES_BY_CONSOLE = 1_200;

    /** Of broker, rules and console, the reports among them that the console holds at most. */
    private static final long HUB_WITHOUT_FACTS = 115_000_000;

    private static final long RULES_WITHOUT_FACTS = 50_000_000;

    /** Of a process that is a whole hub: broker, rules and console. */
    public static Room ofHub(KeptIn kept) {
        return in(longLived(), kept, HUB_WITHOUT_FACTS, BYTES_BY_CONSOLE);
    }

    /** Of one that runs an instance of the rules alone. */
    public static Room ofRules(KeptIn kept) {
        return in(longLived(), kept, RULES_WITHOUT_FACTS, 0);
    }

    /** In so much memory for what lives long, of which a process has used up some before there is any fact. */
    static Room in(long bytes, KeptIn kept, long before, long beside) {
        long each = (kept == KeptIn.MEMORY ? BYTES_BY_RULES_IN_MEMORY : BYTES_BY_RULES_ON_DISK) + beside;
        long room = Math.max(0, (long) (bytes * HeapUse.SHORT) - before);
        return new Room(
                room / each,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax(),
                kept);
    }

    private static long longLived() {
        MemoryPoolMXBean pool = HeapUse.longLived();
        long most = pool == null ? -1 : pool.getUsage().getMax();
        return most > 0 ? most : Runtime.getRuntime().maxMemory();
    }

    /** For whoever starts the process; to two digits, as it is an estimate. */
    public String line() {
        long step = Math.max(1, (long) Math.pow(10, Math.floor(Math.log10(Math.max(1, facts))) - 1));
        return String.format(
                Locale.ROOT,
                "Memory: room for about %,d facts (heap %d MiB, state %s)",
                facts / step * step,
                heap >> 20,
                kept == KeptIn.MEMORY ? "in memory" : "on disk");
    }
}
