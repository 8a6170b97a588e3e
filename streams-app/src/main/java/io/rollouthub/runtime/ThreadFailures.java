package io.rollouthub.runtime;

import io.rollouthub.reader.SaidOnce;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.topology.MissingProgrammeException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what happens after a stream thread has failed: what may pass is tried again, the rest stops the instance. */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    /** Longer than from one failed try to the next: the back-off and the registry client's longest wait. */
    private static final Duration TROUBLE_LASTS = Duration.ofSeconds(15);

    private volatile @Nullable Throwable failure;
    private final SaidOnce trouble = new SaidOnce(TROUBLE_LASTS);

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        String passing = passing(thrown);
        if (passing != null) {
            if (trouble.isNews(passing)) {
                LOG.warn("{}; records wait, trying again", passing);
            }
            LockSupport.parkNanos(BACK_OFF.toNanos()); // the failed thread's own: no other work waits
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure = failure == null ? thrown : failure;
        LOG.error("a stream thread has failed", thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What stopped the instance for good, or null. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** What keeps it from getting on at the moment, or null. */
    @Nullable
    String trouble() {
        return trouble.said();
    }

    /** The reason, if it is one that may pass by itself; else null. */
    private static @Nullable String passing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof MissingProgrammeException) {
                return cause.getMessage();
            }
            if (cause instanceof RetriableException) {
                return "Kafka does not do its part: " + cause.getMessage();
            }
        }
        return null;
    }
}
