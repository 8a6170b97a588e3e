package io.rollouthub.producer;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which futures are completed, so that what callers hang on them may take its time, publish, or close
 * the client, and never holds up the threads that talk to Kafka.
 */
final class Callbacks {
    private volatile @Nullable Thread current;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);

    void execute(Runnable callback) {
        executor.execute(callback);
    }

    /** Whether the caller is such a callback. */
    boolean runsHere() {
        return Thread.currentThread() == current;
    }

    /** Takes no more, and waits for those there are, unless one of them is the caller. */
    void close(Duration patience) throws InterruptedException {
        executor.shutdown();
        if (!runsHere()) {
            executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rollout-callbacks");
        thread.setDaemon(true);
        current = thread;
        return thread;
    }
}
