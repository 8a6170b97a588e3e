package io.rollouthub.topology;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Parked;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in vain attempts at suppliers' records, beyond the transaction in which one fails and the process that ends with
 * one. Called by stream threads.
 */
public interface FailedAttempts {
    /** A record is left after so many. */
    int MOST = 5;

    /** Remembers nothing; each failure is the first. */
    FailedAttempts NONE = new FailedAttempts() {
        @Override
        public @Nullable Parked of(Origin origin) {
            return null;
        }

        @Override
        public void failed(Origin origin, String why) {}

        @Override
        public Parked park(Origin origin, Refusal why) {
            return parked("", 0, origin, why);
        }

        @Override
        public void begin(int task, Origin origin) {}

        @Override
        public void end(int task) {}
    };

    /** What is known of a record that has failed before; null: nothing. */
    @Nullable
    Parked of(Origin origin);

    /** An attempt has failed; kept when this returns. */
    void failed(Origin origin, String why);

    /** What is written where a record is left. */
    Parked park(Origin origin, Refusal why);

    /** The key of what is written. */
    static String keyOf(Parked one) {
        return one.getTopicId() + "/" + one.getPartition() + "/" + one.getOffset();
    }

    /** A record that is left. */
    static Parked parked(String topicId, int attempts, Origin origin, Refusal why) {
        return new Parked(
                topicId,
                origin.getTopic(),
                origin.getPartition(),
                origin.getOffset(),
                attempts,
                true,
                why.reason().name(),
                why.detail(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A task begins to work on a record: should the process end before the next call, that was an attempt at it. */
    void begin(int task, Origin origin);

    /** A task has worked on a record, whatever became of it. */
    void end(int task);
}
