package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.Histories;
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
import org.jspecify.annotations.Nullable;

/** Assesses a milestone as of an instant: what is achieved, and where it stands (semantics 5, 6). */
public final class Assessment {
    private static final Reached NOTHING = new Reached(0, null);

    private final Histories histories;

    public Assessment(Histories histories) {
        this.histories = histories;
    }

    /**
     * Where a milestone stands; its figures are still to be added.
     *
     * @param goLives of its cluster
     * @param now the cluster's clock
     * @return null if the fact has no due date and so is no milestone
     */
    public MilestoneState.@Nullable Builder assess(
            FactKey key, Fact fact, GoLives goLives, Instant now, CivilTime time) {
        LocalDate due = fact.due();
        if (due == null) {
            return null;
        }
        Count count = fact.target() instanceof Count target ? target : null;
        Reached reached = count == null ? NOTHING : goLives.reached(count);
        LocalDate achieved = achievedOn(key.cluster(), fact, reached);
        Status status = status(fact.withdrawn(), achieved, due, time.hasPassed(due, now));
        MilestoneState.Builder state = MilestoneDescription.of(key, fact)
                .setStatus(status)
                .setAchievedOn(achieved)
                .setAt(now);
        return count == null ? state : state.setProgress(reached.progress()).setCount(count.count());
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
