package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * §8: the figures of a cluster as of its clock.
 *
 * @param requiredPerMonth of every pending GoLiveCount, by milestone; null when no day is left
 * @param hitRate of every supplier with an accepted event here; null if none of its milestones has been decided
 */
public record FiguresView(
        Instant clock,
        LocalDate today,
        LocalDate observedFrom,
        double ratePerMonth90,
        double ratePerMonth365,
        @Nullable EarnedSchedule earnedSchedule,
        SortedMap<String, @Nullable Double> requiredPerMonth,
        SortedMap<String, @Nullable Double> hitRate) {}
