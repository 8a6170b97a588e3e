package io.rollouthub.hub.cli;

import io.rollouthub.runtime.HubStreams;
import java.io.PrintWriter;
import java.time.Duration;
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

    /** Until Ctrl-C, or the streams application fails for good; says when a trouble, which the log told of, is over. */
    static void stay(HubStreams streams, PrintWriter err) throws InterruptedException {
        boolean troubled = false;
        while (true) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            streams.check();
            if (troubled && streams.trouble() == null) {
                err.println("The hub gets on again.");
                err.flush();
            }
            troubled = streams.trouble() != null;
        }
    }
}
