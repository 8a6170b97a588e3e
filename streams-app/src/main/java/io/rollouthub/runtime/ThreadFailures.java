package io.rollouthub.runtime;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.topology.MissingProgrammeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what happens after a stream thread has failed: what may pass is tried again, the rest stops the instance. */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Throwable> failure;

    ThreadFailures(AtomicReference<@Nullable Throwable> failure) {
        this.failure = failure;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        String passing = passing(thrown);
        if (passing != null) {
            LOG.warn("{}; trying again", passing);
            try {
                Thread.sleep(BACK_OFF.toMillis()); // the failed thread's own: no other work waits
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure.compareAndSet(null, thrown);
        LOG.error("a stream thread has failed", thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** The reason, if it is one that may pass by itself; else null. */
    private static @Nullable String passing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof MissingProgrammeException) {
                return cause.getMessage();
            }
        }
        return null;
    }
}
