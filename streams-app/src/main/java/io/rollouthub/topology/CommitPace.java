package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When a task commits before its interval is over: soon behind what is news, or when nothing more comes; behind a backlog
 * only when the interval is over, so that much is committed at once. It moves when results are seen, never what they say.
 * For one thread.
 */
final class CommitPace {
    /** So often is looked whether something waits. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** Between two commits for the sake of what must be seen at once lie so many milliseconds at least. */
    private static final long AT_ONCE = 20;

    /** The same of all else. */
    private static final long SOON = 100;

    /** What was accepted longer ago comes from a backlog, in which nothing is urgent. */
    private static final long YOUNG = 500;

    private final ProcessingContext context;
    private long committedAt;
    /** From when on a commit is asked for; {@link Long#MAX_VALUE}: nothing waits. */
    private long due = Long.MAX_VALUE;

    private boolean waits;
    private boolean hasWorked;

    private CommitPace(ProcessingContext context) {
        this.context = context;
        this.committedAt = context.currentSystemTimeMs();
    }

    /** The pace of a processor's task; to be made in its init. */
    static CommitPace of(ProcessingContext context) {
        CommitPace pace = new CommitPace(context);
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> pace.look());
        return pace;
    }

    /**
     * An entry or a record has been worked on.
     *
     * @param acceptedAt when the hub's Kafka took it
     * @param isNews whether what follows from it must be seen at once
     */
    void worked(Instant acceptedAt, boolean isNews) {
        hasWorked = true;
        waits = true;
        if (acceptedAt.toEpochMilli() >= context.currentSystemTimeMs() - YOUNG) {
            due = Math.min(due, committedAt + (isNews ? AT_ONCE : SOON));
        }
        commitIfDue();
    }

    private void look() {
        if (waits && !hasWorked) {
            due = 0; // nothing more has come since the last look
        }
        hasWorked = false;
        commitIfDue();
    }

    private void commitIfDue() {
        if (context.currentSystemTimeMs() >= due) {
            committed();
            context.commit();
        }
    }

    /** A commit comes. */
    void committed() {
        committedAt = context.currentSystemTimeMs();
        due = Long.MAX_VALUE;
        waits = false;
    }
}
