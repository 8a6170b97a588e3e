package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.output.MilestoneState;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands in lists.
 *
 * @param id what /api/milestones/ takes
 * @param name for people: the title, the site's name, or product and release
 * @param state what its topic says
 * @param ownerName the owner's name for people
 * @param openAlerts how many alerts on it are open
 */
public record MilestoneRow(
        String id,
        String name,
        @JsonUnwrapped MilestoneState state,
        @Nullable String ownerName,
        int openAlerts) {

    static MilestoneRow of(Board board, Names names, MilestoneState milestone) {
        return new MilestoneRow(
                milestone.getCluster() + "/" + milestone.getMilestone(),
                Names.milestone(milestone),
                milestone,
                names.supplier(milestone.getOwner()),
                board.episodes().openOn(milestone.getCluster(), milestone.getMilestone()));
    }
}
