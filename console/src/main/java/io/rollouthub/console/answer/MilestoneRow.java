package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.explain.Names;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import org.jspecify.annotations.Nullable;

/** A milestone as it stands in lists. */
public record MilestoneRow(
        String id,
        String name,
        @JsonUnwrapped MilestoneState state,
        @Nullable String ownerName,
        int openAlerts) {

    static MilestoneRow of(Board board, MilestoneState milestone) {
        return new MilestoneRow(
                new MilestoneKey(milestone.getCluster(), milestone.getMilestone()).toString(),
                Names.milestone(milestone),
                milestone,
                board.names().supplier(milestone.getOwner()),
                board.episodes().openOn(milestone.getCluster(), milestone.getMilestone()));
    }
}
