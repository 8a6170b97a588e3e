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

    /** The forecasts of a cluster as of a day of its clock. */
    public ClusterForecast forecast(String cluster, LocalDate today) {
        return forecasts.of(cluster, today);
    }

    /** The state with its figures worked out as of a day of its cluster's clock; the same state if they are what they were. */
    public MilestoneState afresh(MilestoneState state, LocalDate today, CivilTime time) {
        if (isPendingCount(state)) {
            Fact fact = histories
                    .of(FactKey.ofMilestone(state.getCluster(), state.getMilestone()))
                    .fold();
            Pledge pledge = pledge(fact, state.getProgress(), time);
            return with(state, forecast(state.getCluster(), today).count(pledge), requiredPerMonth(pledge, today));
        }
        Standing standing = openDates.of(state.getCluster(), state.getMilestone());
        return standing == null ? with(state, Figures.NONE, null) : afresh(state, standing, today);
    }

    /** The same of a site or a release that is pending or missed. */
    public MilestoneState afresh(MilestoneState state, Standing standing, LocalDate today) {
        return with(state, forecast(state.getCluster(), today).date(standing, state.getDue()), null);
    }

    /** Adds its figures to the state of a pending count. */
    public MilestoneState.Builder add(MilestoneState.Builder count, Pledge pledge, LocalDate today) {
        return forecast(count.getCluster(), today)
                .count(pledge)
                .addTo(count)
                .setRequiredPerMonth(requiredPerMonth(pledge, today));
    }

    private static MilestoneState with(MilestoneState state, Figures figures, @Nullable Double requiredPerMonth) {
        return figures.equals(Figures.of(state)) && Objects.equals(requiredPerMonth, state.getRequiredPerMonth())
                ? state
                : figures.addTo(MilestoneState.newBuilder(state))
                        .setRequiredPerMonth(requiredPerMonth)
                        .build();
    }

    /** What a pending count has promised by its reports. */
    public static Pledge pledge(Fact fact, int progress, CivilTime time) {
        LocalDate made = fact.revisions().stream()
                .filter(revision -> revision.date() != null)
                .findFirst()
                .map(Revision::report)
                .map(report -> time.dateAt(report.reportedAt()))
                .orElseThrow();
        Count target = (Count) Objects.requireNonNull(fact.target());
        return new Pledge(target, target.count() - progress, Objects.requireNonNull(fact.due()), made);
    }

    /** Go-lives a month that a pending count still needs; null when no day is left (semantics 8). */
    private static @Nullable Double requiredPerMonth(Pledge pledge, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, pledge.due());
        return days > 0 ? pledge.needed() / (days / DAYS_PER_MONTH) : null;
    }
}
