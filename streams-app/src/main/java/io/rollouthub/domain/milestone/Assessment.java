package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.golive.GoLives.Reached;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.output.Contract;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
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
        GoLiveCount count = fact.target() instanceof GoLiveCount target ? target : null;
        Reached reached = count == null ? NOTHING : goLives.reached(key.cluster(), count);
        LocalDate achieved = achievedOn(key.cluster(), fact, reached);
        Status status = status(fact.withdrawn(), achieved, due, time.hasPassed(due, now));
        MilestoneState.Builder state = MilestoneDescription.of(key, fact)
                .setStatus(status)
                .setAchievedOn(achieved)
                .setAt(now);
        if (count != null) {
            state.setProgress(reached.progress()).setCount(count.getCount());
            int remaining = count.getCount() - reached.progress();
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
        GoLiveCount count = new GoLiveCount(state.getCount(), state.getSince(), state.getProduct(), state.getRelease());
        int remaining = state.getCount() - state.getProgress();
        return forecast(state.getCluster(), count, remaining, time.dateAt(state.getAt()), observedFrom);
    }

    private @Nullable Forecast forecast(
            String cluster, GoLiveCount count, int remaining, LocalDate today, @Nullable LocalDate observedFrom) {
        if (observedFrom == null) {
            return null;
        }
        int exposure = Forecast.exposureDays(observedFrom, today);
        return exposure < Forecast.LEAST_EXPOSURE
                ? null
                : new Forecast(remaining, goLives.within(cluster, count, today.minusDays(exposure), today), exposure);
    }

    private @Nullable LocalDate achievedOn(String cluster, Fact fact, Reached reached) {
        if (fact.achieved() != null) {
            return fact.achieved();
        }
        if (fact.target() instanceof GoLiveCount) {
            return reached.on();
        }
        if (fact.target() instanceof ReleaseDelivered target) {
            return histories
                    .of(FactKey.release(cluster, target.getProduct(), target.getRelease()))
                    .fold()
                    .achieved();
        }
        if (fact.target() instanceof ContractSigned target) {
            Contract contract = histories
                    .of(FactKey.contract(cluster, target.getContract()))
                    .foldContract();
            return contract == null ? null : contract.getSignedOn();
        }
        return null;
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
