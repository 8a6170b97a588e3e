package io.rollouthub.hub.cli;

import io.rollouthub.runtime.HubStreams;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits beside a streams application that runs until Ctrl-C. */
final class StreamsRun {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private StreamsRun() {}

    /** Until it has its partitions. */
    static void awaitRunning(HubStreams streams) throws InterruptedException {
        while (!streams.isRunning()) {
            streams.check();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Until Ctrl-C, or the streams application fails for good. */
    static void stay(HubStreams streams) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            streams.check();
        }
    }
}
