package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the first page tells. Without a programme its own fields are null and there are no suppliers. */
public record ProgrammeAnswer(
        @Nullable String programme,
        @Nullable String name,
        @Nullable String zone,
        ClockAnswer clock,
        @Nullable Thresholds thresholds,
        List<Supplier> suppliers,
        int openCritical,
        int openWarning,
        int toDoCritical,
        int toDoWarning,
        List<ClusterAnswer.ClusterCard> clusters,
        List<AlertRow> newestAlerts,
        List<AlertGroup.AlertGroupRow> newest) {
    private static final int NEWEST = 10;

    static ProgrammeAnswer of(Board board, ClockAnswer clock) {
        Programme programme = board.programme();
        List<AlertGroup> groups = AlertGroups.all(board);
        AlertGroups.ToDo toDo = AlertGroups.ToDo.of(groups, any -> true);
        return new ProgrammeAnswer(
                programme == null ? null : programme.getProgramme(),
                programme == null ? null : programme.getName(),
                programme == null ? null : programme.getZone(),
                clock,
                programme == null ? null : programme.getThresholds(),
                programme == null ? List.of() : programme.getSuppliers(),
                sum(board, ClusterStatus::getOpenCritical),
                sum(board, ClusterStatus::getOpenWarning),
                toDo.critical(),
                toDo.warning(),
                board.clusters().stream()
                        .map(cluster -> ClusterAnswer.ClusterCard.of(board, groups, cluster))
                        .toList(),
                board.episodes().newestFirst().stream()
                        .limit(NEWEST)
                        .map(one -> AlertRow.of(board, one))
                        .toList(),
                groups.stream()
                        .sorted(AlertGroups.Sort.newest.order())
                        .limit(NEWEST)
                        .map(one -> one.row(board))
                        .toList());
    }

    private static int sum(Board board, ToIntFunction<ClusterStatus> figure) {
        return board.results().clusters().values().stream().mapToInt(figure).sum();
    }
}
