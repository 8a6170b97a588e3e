package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone at its cluster's clock. */
public record MilestoneView(
        String status,
        LocalDate baseline,
        LocalDate due,
        boolean undated,
        @Nullable LocalDate achievedOn,
        @Nullable Integer progress,
        @Nullable Integer count,
        int slips,
        int slipDays,
        String owner,
        @Nullable Double probability,
        @Nullable LocalDate p50,
        @Nullable LocalDate p85) {

    static MilestoneView of(Milestone milestone, Forecast forecast, Moment moment) {
        GoLiveCount target = milestone.goLiveCount();
        return new MilestoneView(
                moment.status(milestone).name(),
                milestone.baseline(),
                milestone.due(),
                milestone.plan().undated,
                milestone.achievedOn(),
                target == null ? null : milestone.progressMade(),
                target == null ? null : target.getCount(),
                milestone.slips(),
                milestone.slipDays(),
                milestone.owner(),
                forecast.probability(),
                forecast.p50(),
                forecast.p85());
    }
}
