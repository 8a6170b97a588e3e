package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Contract;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.SupplierStatus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is told of a cluster. */
public record ClusterAnswer(
        @JsonUnwrapped ClusterCard card,
        List<MonthRow> months,
        List<SupplierRow> suppliers,
        List<Contract> contracts,
        List<MilestoneRow> commitments,
        List<AlertRow> openAlerts) {
    private static final int MOST = 100;

    /** A supplier that has something to do there. */
    public record SupplierRow(
            @JsonUnwrapped SupplierStatus status, @Nullable String name, boolean silent) {}

    static ClusterAnswer of(Board board, JournalStories stories, String cluster) {
        return new ClusterAnswer(
                ClusterCard.of(board, stories, cluster),
                MonthRow.of(board, cluster),
                Board.in(board.results().suppliers(), cluster).values().stream()
                        .map(one -> supplier(board, one))
                        .toList(),
                List.copyOf(Board.in(board.results().contracts(), cluster).values()),
                Board.in(board.results().milestones(), cluster).values().stream()
                        .filter(one -> one.getKind() == MilestoneKind.COMMITMENT)
                        .sorted(Comparator.comparing(MilestoneState::getDue)
                                .thenComparing(MilestoneState::getMilestone))
                        .limit(MOST)
                        .map(one -> MilestoneRow.of(board, one))
                        .toList(),
                board.episodes().newestFirst().stream()
                        .filter(one -> one.isOpen() && one.last().getCluster().equals(cluster))
                        .sorted(Comparator.comparing(one -> one.last().getSeverity() != Severity.CRITICAL))
                        .limit(MOST)
                        .map(one -> AlertRow.of(board, one))
                        .toList());
    }

    private static SupplierRow supplier(Board board, SupplierStatus one) {
        Episode silence =
                board.episodes().last(Alerts.id(one.getCluster(), AlertKind.SUPPLIER_SILENT, one.getSupplier()));
        return new SupplierRow(one, board.names().supplier(one.getSupplier()), silence != null && silence.isOpen());
    }
}
