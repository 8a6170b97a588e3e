package io.rollouthub.report;

/**
 * The key of a plan's revision in the hub's results; as a text {@code <cluster>/<milestone>/<supplier>/<eventId>}.
 *
 * @param report the report that made it
 */
public record RevisionKey(MilestoneKey milestone, EventKey report) {

    @Override
    public String toString() {
        return milestone + "/" + report;
    }
}
