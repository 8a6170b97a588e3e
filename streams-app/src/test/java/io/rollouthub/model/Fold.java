package io.rollouthub.model;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** §4: the folds over a sorted history, one for each kind of key. */
final class Fold {

    private Fold() {}

    static Plan goLive(List<Report> history) {
        Plan plan = new Plan();
        for (Report report : history) {
            GoLiveEvent event = (GoLiveEvent) report.event();
            switch (event.getStatus()) {
                case PLANNED -> plan.planned(event.getDate(), report);
                case POSTPONED -> plan.postponed(report);
                case LIVE -> plan.live(event.getDate(), report);
                case REVERTED -> plan.reverted();
                case CANCELLED -> plan.cancelled();
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return plan;
    }

    /** §4: the same with DELIVERED(d) for LIVE and WITHDRAWN for CANCELLED. */
    static Plan release(List<Report> history) {
        Plan plan = new Plan();
        for (Report report : history) {
            ReleaseEvent event = (ReleaseEvent) report.event();
            switch (event.getStage()) {
                case PLANNED -> plan.planned(event.getDate(), report);
                case POSTPONED -> plan.postponed(report);
                case DELIVERED -> plan.live(event.getDate(), report);
                case ACCEPTED -> plan.accepted(event.getDate(), report);
                case WITHDRAWN -> plan.cancelled();
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return plan;
    }

    /** §4: COMMITTED as PLANNED (also sets the target), MET(d) as LIVE, WITHDRAWN as CANCELLED. */
    static Plan commitment(List<Report> history) {
        Plan plan = new Plan();
        for (Report report : history) {
            MilestoneEvent event = (MilestoneEvent) report.event();
            switch (event.getStatus()) {
                case COMMITTED -> {
                    if (plan.planned(event.getDate(), report)) {
                        plan.target = event.getTarget();
                        plan.committedAt = plan.committedAt == null ? report.reportedAt() : plan.committedAt;
                    }
                }
                case POSTPONED -> plan.postponed(report);
                case MET -> plan.live(event.getDate(), report);
                case WITHDRAWN -> plan.cancelled();
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return plan;
    }

    /** §4: signed := SIGNED date; terminated := TERMINATED date; a later SIGNED clears terminated. */
    static ContractView contract(List<Report> history) {
        @Nullable LocalDate signed = null;
        @Nullable LocalDate terminated = null;
        for (Report report : history) {
            ContractEvent event = (ContractEvent) report.event();
            switch (event.getStage()) {
                case SIGNED -> {
                    signed = event.getDate();
                    terminated = null;
                }
                case TERMINATED -> terminated = event.getDate();
                case NEGOTIATING, PREFERRED -> {}
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return new ContractView(signed, terminated);
    }
}
