package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.golive.GoLives.Reached;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.Contract;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Assesses a milestone as of an instant: what is achieved, where it stands, how likely it is (semantics 5, 6, 9). */
public final class Assessment {
    private static final double DAYS_PER_MONTH = 30.4375;
    private static final Reached NOTHING = new Reached(0, null);

    private final Histories histories;
    private final GoLives goLives;

    public Assessment(Histories histories, GoLives goLives) {
        this.histories = histories;
        this.goLives = goLives;
    }

    /**
     * Where a milestone stands; its {@code p50} and {@code p85} are left out, as they are dear (see {@link #withDates}).
     *
     * @param now the cluster's clock
     * @param observedFrom civil date of the cluster's earliest report
     * @return null if the fact has no due date and so is no milestone
     */
    public @Nullable MilestoneState assess(
            FactKey key, Fact fact, Instant now, CivilTime time, @Nullable LocalDate observedFrom) {
        LocalDate due = fact.due();
        if (due == null) {
            return null;
        }
        Count count = fact.target() instanceof Count target ? target : null;
        Reached reached = count == null ? NOTHING : goLives.reached(key.cluster(), count);
        LocalDate achieved = achievedOn(key.cluster(), fact, reached);
        Status status = status(fact.withdrawn(), achieved, due, time.hasPassed(due, now));
        MilestoneState.Builder state = MilestoneDescription.of(key, fact)
                .setStatus(status)
                .setAchievedOn(achieved)
                .setAt(now);
        if (count != null) {
            state.setProgress(reached.progress()).setCount(count.count());
            int remaining = count.count() - reached.progress();
            if (status == Status.PENDING && remaining > 0) {
                LocalDate today = time.dateAt(now);
                long horizon = ChronoUnit.DAYS.between(today, due);
                state.setRequiredPerMonth(horizon > 0 ? remaining / (horizon / DAYS_PER_MONTH) : null);
                Forecast forecast = forecast(key.cluster(), count, remaining, today, observedFrom);
                state.setProbability(forecast == null ? null : forecast.probabilityWithin(horizon));
            }
        }
        return state.build();
    }

    /** The same state with the dates of its forecast, if it has one. */
    public MilestoneState withDates(MilestoneState state, CivilTime time, @Nullable LocalDate observedFrom) {
        Forecast forecast = forecast(state, time, observedFrom);
        if (forecast == null) {
            return state;
        }
        LocalDate today = time.dateAt(state.getAt());
        return MilestoneState.newBuilder(state)
                .setP50(forecast.dateAt(0.50, today))
                .setP85(forecast.dateAt(0.85, today))
                .build();
    }

    /** What the probability of a state was worked out from; null if it has none. */
    public @Nullable Forecast forecast(MilestoneState state, CivilTime time, @Nullable LocalDate observedFrom) {
        if (state.getProbability() == null) {
            return null;
        }
        Count count = new Count(state.getCount(), state.getSince(), state.getProduct(), state.getRelease());
        int remaining = state.getCount() - state.getProgress();
        return forecast(state.getCluster(), count, remaining, time.dateAt(state.getAt()), observedFrom);
    }

    private @Nullable Forecast forecast(
            String cluster, Count count, int remaining, LocalDate today, @Nullable LocalDate observedFrom) {
        if (observedFrom == null) {
            return null;
        }
        int exposure = Forecast.exposureDays(observedFrom, today);
        return exposure < Forecast.LEAST_EXPOSURE
                ? null
                : new Forecast(remaining, goLives.within(cluster, count, today.minusDays(exposure), today), exposure);
    }

    private @Nullable LocalDate achievedOn(String cluster, Fact fact, Reached reached) {
        CommitmentTarget target = fact.target();
        if (fact.achieved() != null || target == null) {
            return fact.achieved();
        }
        return target.choose(
                count -> reached.on(),
                delivery -> histories
                        .of(FactKey.release(cluster, delivery.product(), delivery.release()))
                        .fold()
                        .achieved(),
                signature -> signedOn(FactKey.contract(cluster, signature.contract())));
    }

    private @Nullable LocalDate signedOn(FactKey key) {
        Contract contract = histories.of(key).foldContract();
        return contract == null ? null : contract.getSignedOn();
    }

    private static Status status(boolean withdrawn, @Nullable LocalDate achieved, LocalDate due, boolean duePassed) {
        if (withdrawn) {
            return Status.WITHDRAWN;
        }
        if (achieved != null) {
            return achieved.isAfter(due) ? Status.MET_LATE : Status.MET;
        }
        return duePassed ? Status.MISSED : Status.PENDING;
    }
}
