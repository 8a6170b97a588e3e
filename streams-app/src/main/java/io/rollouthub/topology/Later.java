package io.rollouthub.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Something that a task does once, a while after it has been asked for. Kafka Streams commits behind every punctuation: with
 * one that goes on and on a hub to which nothing happens would commit for ever. For one thread.
 */
final class Later {
    private final ProcessingContext context;
    private final Runnable work;
    private @Nullable Cancellable waiting;

    Later(ProcessingContext context, Runnable work) {
        this.context = context;
        this.work = work;
    }

    /** Asks for it, unless it is waited for already. */
    void in(Duration delay) {
        if (waiting == null) {
            waiting = context.schedule(delay, PunctuationType.WALL_CLOCK_TIME, now -> {
                forget();
                work.run();
            });
        }
    }

    /** It is not to be done any more. */
    void forget() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }
}
