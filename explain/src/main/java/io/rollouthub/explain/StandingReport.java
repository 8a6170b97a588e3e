package io.rollouthub.explain;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.report.DateRule;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * One report that stands, and what it changed.
 *
 * @param before what the reports before it add up to
 * @param after what they add up to with it
 */
record StandingReport(ReportedEvent report, Fact before, Fact after) {

    /** All that stand in a history, in report order. */
    static List<StandingReport> of(History history) {
        List<ReportedEvent> standing = history.standing();
        List<StandingReport> all = new ArrayList<>();
        Fact before = new History(history.key(), List.of()).fold();
        for (int i = 1; i <= standing.size(); i++) {
            Fact after = new History(history.key(), standing.subList(0, i)).fold();
            all.add(new StandingReport(standing.get(i - 1), before, after));
            before = after;
        }
        return all;
    }

    /** Whether the report says when something is to happen, rather than that it did. */
    boolean isPlan() {
        DateRule rule = report.status().date();
        return rule == DateRule.PLANNED || rule == DateRule.NONE;
    }
}
