package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.output.MilestoneState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Milestones as they stand in lists. */
final class MilestoneRows {
    private MilestoneRows() {}

    /** One milestone: what its topic says, its names for people and how many alerts on it are open. */
    static Map<String, Object> row(Board board, Names names, MilestoneState milestone) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", milestone.getCluster() + "/" + milestone.getMilestone());
        row.put("name", Names.milestone(milestone));
        row.putAll(Fields.of(milestone));
        row.put("ownerName", names.supplier(milestone.getOwner()));
        row.put("openAlerts", board.episodes().openOn(milestone.getCluster(), milestone.getMilestone()));
        return row;
    }
}
