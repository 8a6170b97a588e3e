package io.rollouthub.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * §9.5: the forecast of a GoLiveCount commitment that is PENDING.
 *
 * @param needed r = count - progress
 * @param made0 day(reportedAt) of the first COMMITTED that is not ignored
 * @param sites matching facts that are not live, not withdrawn, and have a due date
 * @param lives matching live facts
 * @param firstSeen the earliest of the live dates of matching live facts and the baselines of matching facts
 * @param enough kept + broken >= 10
 * @param chances P(D) where it was asked for before
 */
record CountForecast(
        LocalDate today,
        LocalDate due,
        int count,
        int needed,
        LocalDate made0,
        List<Awaited> sites,
        List<Live> lives,
        @Nullable LocalDate firstSeen,
        boolean enough,
        Lateness lateness,
        Map<LocalDate, Double> chances) {
    private static final int LONGEST_OBSERVED = 365;
    private static final int LEAST_OBSERVED = 30;

    /** A live fact: its live date, and the day on which it appeared. */
    record Live(LocalDate date, LocalDate appeared) {}

    /** first = the earliest of made0 and those. */
    private LocalDate first() {
        return firstSeen == null || made0.isBefore(firstSeen) ? made0 : firstSeen;
    }

    /** T = min(365, today - first), at least 0. */
    int observedDays() {
        return Math.max(0, Math.min(LONGEST_OBSERVED, days(first(), today)));
    }

    /** N. */
    int named() {
        return sites.size();
    }

    /** n = how many of the sites can be live by D. */
    int canBeLiveBy(LocalDate day) {
        return (int) sites.stream().filter(site -> site.canBeLiveBy(day, today)).count();
    }

    /** r > n(due). */
    boolean shortOfPlans() {
        return needed > canBeLiveBy(due);
    }

    /** mu = the sum of the p_i of all sites at D. */
    double expected(LocalDate day) {
        return sites.stream()
                .mapToDouble(site -> site.liveBy(day, today, lateness))
                .sum();
    }

    /** Y at D. */
    Unnamed unnamed(LocalDate day) {
        return new Unnamed(
                sites.stream()
                        .filter(site -> site.canBeLiveBy(day, today))
                        .map(site -> new Unnamed.Site(days(today, site.due()), site.liveBy(day, today, lateness)))
                        .toList(),
                lives.stream()
                        .map(live ->
                                new Unnamed.Arrival(days(live.appeared(), today), days(live.appeared(), live.date())))
                        .toList(),
                observedDays(),
                days(today, day),
                Unnamed.daysAGoLive(days(made0, due), count),
                needed,
                named(),
                shortOfPlans());
    }

    /** A forecast exists if kept + broken >= 10, or r > n(due) and T >= 30. */
    boolean exists() {
        return needed > 0 && (enough || (shortOfPlans() && observedDays() >= LEAST_OBSERVED));
    }

    /** P(D), worked out once for each D. */
    double probability(LocalDate day) {
        return chances.computeIfAbsent(day, this::chance);
    }

    /** P(D) = P(X + Y >= r); 0 for D < today. */
    private double chance(LocalDate day) {
        return day.isBefore(today)
                ? 0
                : Reaching.atLeast(
                        needed, canBeLiveBy(day), expected(day), unnamed(day).all());
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
