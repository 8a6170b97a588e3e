package io.rollouthub.hub.replay;

import io.rollouthub.programme.Programme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed and how.
 *
 * @param events files of JSON Lines
 * @param until the last civil date, to its end; null: that of the last event
 * @param partitions of the journal
 * @param instances of the streams application
 * @param day how long a day takes, for files of events alone: a midnight of ours has no place among the ticks of a journal;
 *     null: everything is written before it is processed
 */
public record ReplayPlan(
        Programme programme,
        List<Path> events,
        @Nullable LocalDate until,
        int partitions,
        int instances,
        @Nullable Duration day) {}
