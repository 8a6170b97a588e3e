package io.rollouthub.report;

import java.time.LocalDate;

/** The key of a forecast in the hub's results (semantics 9.8); as a text {@code <cluster>/<milestone>/<due>/<lead>}. */
public record ForecastKey(MilestoneKey milestone, LocalDate due, int lead) {

    /**
     * The same under the thing that the milestone is of, where the hub keeps it: a commitment may be called like the first
     * part of another milestone's id.
     */
    public String underFact() {
        return FactKey.ofMilestone(milestone.cluster(), milestone.milestone()).path() + due + "/" + lead;
    }

    @Override
    public String toString() {
        return milestone + "/" + due + "/" + lead;
    }
}
