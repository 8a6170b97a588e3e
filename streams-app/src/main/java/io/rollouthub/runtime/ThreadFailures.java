package io.rollouthub.runtime;

import io.rollouthub.reader.SaidOnce;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topology.BrokenSealException;
import io.rollouthub.topology.MissingProgrammeException;
import io.rollouthub.topology.RecordFailedException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens after a stream thread has failed. What names an entry of the journal and happens at it again stops the
 * instance, and at once a seal that does not fit (the gate counts for itself how often it fails at a supplier's record, and
 * leaves it); all else is tried again, whatever it is and however long it lasts: Kafka that is away, a right that is missing
 * for a moment.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);

    /** Longer than from one failed try to the next: the back-off and the registry client's longest wait. */
    private static final Duration TROUBLE_LASTS = Duration.ofSeconds(15);

    private static final int MOST_PLACES = 1_000;

    private final boolean isWaitedFor;
    private volatile @Nullable Throwable failure;
    private final SaidOnce trouble = new SaidOnce(TROUBLE_LASTS);
    private final SaidOnce unknownTrouble = new SaidOnce(LONGEST_BACK_OFF.plus(TROUBLE_LASTS));
    private final Set<String> failedAt = new LinkedHashSet<>();
    private final BackOff backOff = new BackOff(BACK_OFF, LONGEST_BACK_OFF);

    /** @param isWaitedFor whether somebody waits for a result, and is told at once what is not known to pass */
    ThreadFailures(boolean isWaitedFor) {
        this.isWaitedFor = isWaitedFor;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        boolean isBroken = StreamsFailedException.first(BrokenSealException.class, thrown) != null;
        String passing = isBroken ? null : passing(thrown);
        if (passing != null) {
            if (trouble.isNews(passing)) {
                LOG.warn("{}; records wait, trying again", passing);
            }
            LockSupport.parkNanos(BACK_OFF.toNanos()); // the failed thread's own: no other work waits
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        String place = place(thrown);
        boolean parks = parks(thrown);
        if (isBroken || isWaitedFor || (!parks && place != null && hasFailedBefore(place))) {
            failure = failure == null ? thrown : failure;
            LOG.error("a stream thread has failed", thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        String what = StreamsFailedException.reason(thrown);
        if (unknownTrouble.isNews(what)) {
            LOG.error("a stream thread has failed; trying again", thrown);
        }
        LockSupport.parkNanos((parks ? BACK_OFF : backOff.next()).toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Whether it happened at a record that the gate leaves after some attempts, for each of which it needs a thread. */
    private static boolean parks(Throwable thrown) {
        RecordFailedException record = StreamsFailedException.first(RecordFailedException.class, thrown);
        return record != null && !record.isOfJournal();
    }

    private synchronized boolean hasFailedBefore(String place) {
        if (failedAt.size() > MOST_PLACES) {
            failedAt.clear();
        }
        return !failedAt.add(place);
    }

    /** What stopped the instance for good, or null. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** What keeps it from getting on at the moment, or null. */
    @Nullable
    String trouble() {
        String said = trouble.said();
        return said == null ? unknownTrouble.said() : said;
    }

    /** The reason, if it is one that is known to pass by itself; else null. */
    private static @Nullable String passing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof MissingProgrammeException) {
                return cause.getMessage();
            }
            if (cause instanceof RetriableException) {
                return "Kafka does not do its part: " + cause.getMessage();
            }
            if (cause instanceof TopicAuthorizationException denied && isOfRejected(denied)) {
                return "What was refused may not be written: " + denied.getMessage();
            }
        }
        return null;
    }

    /** Then it is known by the next try, in which what is for these topics is left. */
    private static boolean isOfRejected(TopicAuthorizationException denied) {
        Set<String> topics = denied.unauthorizedTopics();
        return !topics.isEmpty() && topics.stream().allMatch(SupplierTopics::isToSupplier);
    }

    /** Which record it happened at, or which bytes cannot be read; null if it names none. */
    private static @Nullable String place(Throwable thrown) {
        RecordFailedException record = StreamsFailedException.first(RecordFailedException.class, thrown);
        if (record != null) {
            return record.place();
        }
        UndecodableException bytes = StreamsFailedException.first(UndecodableException.class, thrown);
        return bytes == null ? null : bytes.getMessage();
    }
}
