package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When a task commits before its interval is over: soon behind news, at once when no more reports come behind them, and a
 * while behind what is no news. Commits cost: the further a task is behind, the longer it waits between two, so that it
 * catches up; behind a backlog that is the interval. It moves when results are seen, never what they say. For one thread.
 */
final class CommitPace {
    /** So often is looked whether more has come behind news. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** When more than so many looks have found nothing more, nothing comes; behind a backlog others may have had their turn. */
    private static final int IDLE = 1;

    private static final int IDLE_BEHIND_A_BACKLOG = 4;

    /** Between two commits for the sake of news lie so many milliseconds at least. */
    private static final long AT_ONCE = 20;

    /** The same of all else. What was accepted longer ago than that comes from a backlog, or is replayed. */
    private static final long SOON = 100;

    private final ProcessingContext context;
    private final Later look;
    private final Later later;
    private long committedAt;
    /** From when on a commit is asked for; {@link Long#MAX_VALUE}: nothing waits. */
    private long due = Long.MAX_VALUE;

    /** By how many milliseconds the last report or news was behind. */
    private long behind;

    private int looks;

    /** The pace of a processor's task. */
    CommitPace(ProcessingContext context) {
        this.context = context;
        this.look = new Later(context, this::look);
        this.later = new Later(context, this::commitIfDue);
        this.committedAt = context.currentSystemTimeMs();
    }

    /**
     * A report has been worked on.
     *
     * @param acceptedAt when the hub's Kafka took it
     */
    void worked(Instant acceptedAt) {
        looks = 0;
        waits(acceptedAt, SOON);
        if (due - context.currentSystemTimeMs() <= SOON) {
            later.in(Duration.ofMillis(SOON));
        }
        commitIfDue();
    }

    /**
     * Something waits that must be seen at once.
     *
     * @param acceptedAt when the hub's Kafka took what it follows from
     */
    void news(Instant acceptedAt) {
        waits(acceptedAt, AT_ONCE);
        look.in(LOOK);
        commitIfDue();
    }

    private void waits(Instant acceptedAt, long distance) {
        behind = context.currentSystemTimeMs() - acceptedAt.toEpochMilli();
        due = Math.min(due, committedAt + Math.max(distance, behind));
    }

    /** News wait. */
    private void look() {
        looks++;
        if (looks > (behind < SOON ? IDLE : IDLE_BEHIND_A_BACKLOG)) {
            due = 0;
        }
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
        looks = 0;
        look.forget();
        later.forget();
    }
}
