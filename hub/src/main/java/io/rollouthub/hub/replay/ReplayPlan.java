package io.rollouthub.hub.replay;

import io.rollouthub.programme.Programme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed and how.
 *
 * @param programme in force; an exported journal brings its own
 * @param events files of JSON Lines, or one exported journal
 * @param until the last civil date, to its end; null: that of the last event
 * @param end the very instant at which it ends, whatever {@code until} says; null: the end of a day
 * @param partitions of the journal
 * @param instances of the streams application
 * @param day how long a day takes, for files of events alone: a midnight of ours has no place among the ticks of a journal;
 *     null: everything is written before it is processed
 */
public record ReplayPlan(
        Programme programme,
        List<Path> events,
        @Nullable LocalDate until,
        @Nullable Instant end,
        int partitions,
        int instances,
        @Nullable Duration day) {

    /** A replay to the end of a day. */
    public ReplayPlan(
            Programme programme,
            List<Path> events,
            @Nullable LocalDate until,
            int partitions,
            int instances,
            @Nullable Duration day) {
        this(programme, events, until, null, partitions, instances, day);
    }
}
