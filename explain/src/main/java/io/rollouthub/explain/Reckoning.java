package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.MilestoneState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds the numbers from which a ledger has worked out a probability (semantics 9). */
final class Reckoning {
    private final GoLives goLives;

    Reckoning(Tables tables) {
        this.goLives = new GoLives(tables.goLives());
    }

    /**
     * The forecast behind a milestone's state, or null if it has none.
     *
     * @param observedFrom the cluster's earliest report
     */
    @Nullable
    Forecast behind(MilestoneState milestone, @Nullable Instant observedFrom, CivilTime time) {
        if (milestone.getProbability() == null || observedFrom == null) {
            return null;
        }
        LocalDate today = time.dateAt(milestone.getAt());
        long observed = ChronoUnit.DAYS.between(time.dateAt(observedFrom), today);
        int days = (int) Math.min(Forecast.MOST_EXPOSURE, observed);
        GoLiveCount target =
                new GoLiveCount(milestone.getCount(), null, milestone.getProduct(), milestone.getRelease());
        return new Forecast(
                milestone.getCount() - milestone.getProgress(),
                goLives.within(milestone.getCluster(), target, today.minusDays(days), today),
                days);
    }

    /**
     * What forecasts of a whole cluster go by; null while it has been observed for too few days.
     *
     * @param observedFrom the cluster's earliest report
     */
    @Nullable
    Exposure exposure(String cluster, Instant observedFrom, Instant clock, CivilTime time) {
        LocalDate today = time.dateAt(clock);
        long observed = ChronoUnit.DAYS.between(time.dateAt(observedFrom), today);
        int days = (int) Math.min(Forecast.MOST_EXPOSURE, observed);
        return days < Forecast.LEAST_EXPOSURE
                ? null
                : new Exposure(goLives.within(cluster, today.minusDays(days), today), days, today);
    }
}
