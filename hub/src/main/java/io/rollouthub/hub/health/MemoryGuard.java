package io.rollouthub.hub.health;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process whose memory is used up for good, in the place of the JVM's {@code ExitOnOutOfMemoryError}. A process with a
 * broker in it must not end at the first request that wants more than there is: of a small batch that says it unpacks to any
 * size nothing is left once the broker has refused it.
 */
public final class MemoryGuard {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGuard.class);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final double USED_UP = 0.98;

    /** So many looks in a row, a collection before each. */
    private static final int MOST = 3;

    private static final int EXIT_CODE = 3; // as the JVM ends for that

    private final HeapUse heap;
    private final Runnable collect;
    private int looks;

    MemoryGuard(HeapUse heap, Runnable collect) {
        this.heap = heap;
        this.collect = collect;
    }

    /** Watches this process until it ends. */
    public static void start() {
        MemoryGuard guard = new MemoryGuard(HeapUse.ofProcess(), System::gc);
        Thread thread = new Thread(guard::watch, "memory-guard");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!isUsedUp()) {
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
        LOG.error(
                "memory is used up: the process ends. Keep the state on disk (state.stores=disk), or give the JVM more"
                        + " (ROLLOUT_JAVA_OPTS=-Xmx1g)");
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** Whether it was used up at each of the last looks, of which this is one. */
    boolean isUsedUp() {
        try {
            if (heap.ratio() >= USED_UP) {
                collect.run(); // what filled it may be gone by now
            }
            looks = heap.ratio() >= USED_UP ? looks + 1 : 0;
        } catch (OutOfMemoryError e) {
            looks++;
        }
        return looks >= MOST;
    }
}
