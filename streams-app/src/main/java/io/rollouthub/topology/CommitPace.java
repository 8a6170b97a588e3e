package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When a task commits before its interval is over: soon behind news, and at once when nothing more comes behind them. Commits
 * cost: the further a task is behind, the longer it waits between two, so that it catches up; behind a backlog that is the
 * interval. It moves when results are seen, never what they say. For one thread.
 */
final class CommitPace {
    /** So long behind news is looked whether more has come. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** Between two commits for the sake of news lie so many milliseconds at least. */
    private static final long AT_ONCE = 20;

    private final ProcessingContext context;
    private final Later look;
    private long committedAt;
    /** From when on a commit is asked for; {@link Long#MAX_VALUE}: nothing is urgent. */
    private long due = Long.MAX_VALUE;

    private boolean hasWorked;

    /** The pace of a processor's task. */
    CommitPace(ProcessingContext context) {
        this.context = context;
        this.look = new Later(context, this::look);
        this.committedAt = context.currentSystemTimeMs();
    }

    /**
     * An entry or a record has been worked on.
     *
     * @param acceptedAt when the hub's Kafka took it
     * @param isNews whether what follows from it must be seen at once
     */
    void worked(Instant acceptedAt, boolean isNews) {
        hasWorked = true;
        if (isNews) {
            long behind = context.currentSystemTimeMs() - acceptedAt.toEpochMilli();
            due = Math.min(due, committedAt + Math.max(AT_ONCE, behind));
            look.in(LOOK);
        }
        commitIfDue();
    }

    /** News wait. */
    private void look() {
        if (!hasWorked) {
            due = 0; // nothing more has come since the last look
        }
        hasWorked = false;
        look.in(LOOK);
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
        look.forget();
    }
}
