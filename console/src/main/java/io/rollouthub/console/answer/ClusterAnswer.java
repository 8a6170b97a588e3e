package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.ClusterKeys;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is told of a cluster. */
public record ClusterAnswer(
        @JsonUnwrapped ClusterCard card,
        List<MonthRow> months,
        List<SupplierRow> suppliers,
        List<Contract> contracts,
        List<CorrectionRow> corrections,
        List<MilestoneList.MilestoneRow> commitments,
        List<AlertRow> openAlerts,
        List<AlertGroup.AlertGroupRow> toDo) {
    private static final int MOST = 100;

    /** A supplier that has something to do there. */
    public record SupplierRow(
            @JsonUnwrapped SupplierStatus status, @Nullable String name, boolean silent) {}

    /** A report that replaces one which has not come, and what it is on. */
    public record CorrectionRow(
            @JsonUnwrapped ReportRow report,
            @Nullable String milestone,
            @Nullable String contract) {
        static CorrectionRow of(Board board, AcceptedReport accepted) {
            FactKey on = accepted.report().key();
            boolean isContract = on.kind() == EventKind.CONTRACT;
            return new CorrectionRow(
                    ReportRow.of(accepted, board.names()),
                    isContract ? null : new MilestoneKey(on.cluster(), on.milestone()).toString(),
                    isContract ? on.id() : null);
        }
    }

    /** A cluster on its card; where nothing was reported counts of its status are 0 and the rest is null. */
    public record ClusterCard(
            @JsonUnwrapped ClusterStatus status,
            String name,
            int liveUnplanned,
            int toDoCritical,
            int toDoWarning,
            @Nullable Double requiredPerMonth,
            @Nullable String requiredFor,
            @Nullable Double hitRate,
            @Nullable Instant lastReportAt,
            MonthRow.BurnUp burnUp) {

        static ClusterCard of(Board board, List<AlertGroup> groups, String cluster) {
            AlertGroups.ToDo toDo =
                    AlertGroups.ToDo.of(groups, one -> one.getCluster().equals(cluster));
            ClusterStatus status = board.results().clusters().get(cluster);
            Collection<MilestoneState> milestones =
                    ClusterKeys.of(board.results().milestones(), cluster).values();
            Optional<MilestoneState> hardest = milestones.stream()
                    .filter(one -> one.getRequiredPerMonth() != null)
                    .max(Comparator.comparing(MilestoneState::getRequiredPerMonth));
            return new ClusterCard(
                    status == null ? new Unreported(cluster) : status,
                    board.names().cluster(cluster),
                    status == null || status.getLivePlanned() == null ? 0 : status.getLive() - status.getLivePlanned(),
                    toDo.critical(),
                    toDo.warning(),
                    hardest.map(MilestoneState::getRequiredPerMonth).orElse(null),
                    hardest.map(MilestoneState::getMilestone).orElse(null),
                    status == null ? null : hitRate(status),
                    ClusterKeys.of(board.results().suppliers(), cluster).values().stream()
                            .map(SupplierStatus::getLastAcceptedAt)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null),
                    MonthRow.BurnUp.of(MonthRow.of(board, cluster), MonthRow.now(board, cluster), milestones));
        }

        private static @Nullable Double hitRate(ClusterStatus status) {
            int judged = status.getMet() + status.getMetLate() + status.getMissed();
            return judged == 0 ? null : status.getMet() / (double) judged;
        }

        /** Of a cluster on which nothing was reported: no rate is known, though it would be 0 in a new record. */
        private static final class Unreported extends ClusterStatus {
            private static final long serialVersionUID = 1;

            Unreported(String cluster) {
                put(getSchema().getField("cluster").pos(), cluster);
                put(getSchema().getField("livePlanned").pos(), 0);
            }

            @Override
            public @Nullable Object get(int field) {
                Object value = super.get(field);
                return value instanceof Double ? null : value;
            }
        }
    }

    static ClusterAnswer of(Board board, JournalStories stories, String cluster) {
        List<AlertGroup> groups = AlertGroups.all(board);
        return new ClusterAnswer(
                ClusterCard.of(board, groups, cluster),
                MonthRow.of(board, cluster),
                ClusterKeys.of(board.results().suppliers(), cluster).values().stream()
                        .map(one -> supplier(board, one))
                        .toList(),
                List.copyOf(ClusterKeys.of(board.results().contracts(), cluster).values()),
                stories.replacingUnknown(cluster).stream()
                        .limit(MOST)
                        .map(one -> CorrectionRow.of(board, one))
                        .toList(),
                ClusterKeys.of(board.results().milestones(), cluster).values().stream()
                        .filter(one -> one.getKind() == MilestoneKind.COMMITMENT)
                        .sorted(Comparator.comparing(board::course)
                                .thenComparing(MilestoneState::getDue)
                                .thenComparing(MilestoneState::getMilestone))
                        .limit(MOST)
                        .map(one -> MilestoneList.MilestoneRow.of(board, one))
                        .toList(),
                board.episodes().newestFirst().stream()
                        .filter(one -> one.isOpen() && one.last().getCluster().equals(cluster))
                        .sorted(Comparator.comparing(one -> one.last().getSeverity() != Severity.CRITICAL))
                        .limit(MOST)
                        .map(one -> AlertRow.of(board, one))
                        .toList(),
                groups.stream()
                        .filter(one -> one.isOpen() && one.last().getCluster().equals(cluster))
                        .sorted(AlertGroups.Sort.worst.order())
                        .limit(MOST)
                        .map(one -> one.row(board))
                        .toList());
    }

    private static SupplierRow supplier(Board board, SupplierStatus one) {
        Episode silence = board.episodes()
                .last(new AlertId(one.getCluster(), AlertKind.SUPPLIER_SILENT, one.getSupplier()).toString());
        return new SupplierRow(one, board.names().supplier(one.getSupplier()), silence != null && silence.isOpen());
    }
}
