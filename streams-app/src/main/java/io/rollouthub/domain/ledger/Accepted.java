package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Revision;
import io.rollouthub.domain.ledger.Result.ContractRow;
import io.rollouthub.domain.ledger.Result.RevisionRow;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.report.ContractKey;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.report.RevisionKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report that counts, with the history of its thing without it and with it. */
record Accepted(ReportedEvent report, Instant acceptedAt, History before, History after) {

    /** What the reports on the thing alone decide: the contract, or the plan's revisions by which the histories differ. */
    List<Result> results() {
        return report.key().kind() == EventKind.CONTRACT
                ? List.of(new ContractRow(
                        new ContractKey(report.cluster(), report.key().id()).toString(), after.foldContract()))
                : Rows.changed(revisions(before), revisions(after), this::row);
    }

    /** A plan's revisions, so that a milestone trend chart can be drawn from them alone; without a due date there is no milestone. */
    private static SortedMap<String, Revision> revisions(History history) {
        SortedMap<String, Revision> revisions = new TreeMap<>();
        Fact fact = history.fold();
        if (fact.due() == null) {
            return revisions;
        }
        MilestoneKey milestone =
                new MilestoneKey(history.key().cluster(), history.key().milestone());
        for (Revision revision : fact.revisions()) {
            revisions.put(new RevisionKey(milestone, revision.report().name()).toString(), revision);
        }
        return revisions;
    }

    private Result row(String key, @Nullable Revision revision) {
        return new RevisionRow(key, revision == null ? null : row(revision));
    }

    private PlanRevision row(Revision revision) {
        ReportedEvent by = revision.report();
        return PlanRevision.newBuilder()
                .setCluster(report.cluster())
                .setMilestone(report.key().milestone())
                .setReportedAt(by.reportedAt())
                .setDate(revision.date())
                .setSupplier(by.supplier())
                .setEventId(by.eventId())
                .setSource(by.source())
                .build();
    }
}
