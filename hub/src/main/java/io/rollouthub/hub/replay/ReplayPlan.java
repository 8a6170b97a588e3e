package io.rollouthub.hub.replay;

import io.rollouthub.programme.Programme;
import java.nio.file.Path;
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
 * @param pace how fast days pass
 */
public record ReplayPlan(
        Programme programme, List<Path> events, @Nullable LocalDate until, int partitions, int instances, Pace pace) {}
