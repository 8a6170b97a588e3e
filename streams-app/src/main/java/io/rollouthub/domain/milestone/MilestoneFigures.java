package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.Revision;
import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.forecast.Figures;
import io.rollouthub.domain.forecast.Forecasts;
import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.forecast.Pledge;
import io.rollouthub.domain.forecast.Standing;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of a milestone that move with the days and with others' reports: its forecast, and the pace that it needs. */
public final class MilestoneFigures {
    private static final double DAYS_PER_MONTH = 30.4375;

    private final Histories histories;
    private final Forecasts forecasts;
    private final OpenDates openDates;

    public MilestoneFigures(Histories histories, Forecasts forecasts, OpenDates openDates) {
        this.histories = histories;
        this.forecasts = forecasts;
        this.openDates = openDates;
    }

    /** Whether a milestone is a pending count of go-lives, whose forecast is judged at each review. */
    public static boolean isPendingCount(@Nullable MilestoneState state) {
        return state != null
                && state.getStatus() == Status.PENDING
                && state.getTargetKind() == TargetKind.GO_LIVE_COUNT;
    }

    /** The forecasts of a cluster as of an instant of its clock. */
    public ClusterForecast forecast(String cluster, Instant clock, CivilTime time) {
        return forecasts.of(cluster, time.today(clock));
    }

    /** The state with its figures worked out as of an instant of its cluster's clock. */
    public MilestoneState afresh(MilestoneState state, Instant clock, CivilTime time) {
        LocalDate today = time.today(clock);
        MilestoneState.Builder fresh = figures(state, clock, time)
                .addTo(MilestoneState.newBuilder(state))
                .setRequiredPerMonth(requiredPerMonth(state, today));
        return fresh.build();
    }

    private Figures figures(MilestoneState state, Instant clock, CivilTime time) {
        ClusterForecast forecast = forecast(state.getCluster(), clock, time);
        if (isPendingCount(state)) {
            return forecast.count(pledge(state, time));
        }
        Standing standing = openDates.of(state.getCluster(), state.getMilestone());
        return standing == null ? Figures.NONE : forecast.date(standing, state.getDue());
    }

    /** What a pending count has promised. */
    public Pledge pledge(MilestoneState state, CivilTime time) {
        Fact fact = histories
                .of(FactKey.ofMilestone(state.getCluster(), state.getMilestone()))
                .fold();
        LocalDate made = fact.revisions().stream()
                .filter(revision -> revision.date() != null)
                .findFirst()
                .map(Revision::report)
                .map(report -> time.dateAt(report.reportedAt()))
                .orElseThrow();
        Count target = (Count) Objects.requireNonNull(fact.target());
        return new Pledge(target, target.count() - state.getProgress(), state.getDue(), made);
    }

    /** Go-lives a month that a pending count still needs; null when no day is left, and of others (semantics 8). */
    private static @Nullable Double requiredPerMonth(MilestoneState state, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, state.getDue());
        return isPendingCount(state) && days > 0
                ? (state.getCount() - state.getProgress()) / (days / DAYS_PER_MONTH)
                : null;
    }
}
