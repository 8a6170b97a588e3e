package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.explain.Exposure;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.SupplierStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of a cluster, on its card and its page. */
final class ClusterAnswer {
    private static final int MOST = 100;

    private final Board board;
    private final Names names;
    private final String cluster;
    private final @Nullable ClusterStatus status;
    private final List<MonthRow> months;

    ClusterAnswer(Board board, Names names, String cluster) {
        this.board = board;
        this.names = names;
        this.cluster = cluster;
        status = board.results().clusters().get(cluster);
        months = MonthRow.of(Board.in(board.results().rates(), cluster).values(), now());
    }

    private @Nullable YearMonth now() {
        return status == null ? null : YearMonth.from(status.getToday());
    }

    /**
     * What the first page shows of it.
     *
     * @param exposure what its forecast goes by; null: there is none
     */
    Map<String, Object> card(@Nullable Exposure exposure) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("cluster", cluster);
        card.put("name", names.cluster(cluster));
        card.putAll(Fields.of(status, ClusterStatus.getClassSchema()));
        card.put("cluster", cluster);
        MilestoneState hardest = hardest();
        card.put("requiredPerMonth", hardest == null ? null : hardest.getRequiredPerMonth());
        card.put("requiredFor", hardest == null ? null : hardest.getMilestone());
        card.put("hitRate", hitRate());
        card.put("lastReportAt", lastReportAt());
        card.put("burnUp", BurnUp.of(months, now(), exposure));
        return card;
    }

    /** All there is. */
    Map<String, Object> page(@Nullable Exposure exposure) {
        Map<String, Object> page = card(exposure);
        page.put("months", months);
        page.put("suppliers", suppliers());
        page.put(
                "contracts",
                Board.in(board.results().contracts(), cluster).values().stream()
                        .map(Fields::of)
                        .toList());
        page.put("commitments", commitments());
        page.put("openAlerts", openAlerts());
        return page;
    }

    /** The pending commitment that asks for the most go-lives a month. */
    private @Nullable MilestoneState hardest() {
        return milestones().stream()
                .filter(one -> one.getRequiredPerMonth() != null)
                .max(Comparator.comparing(MilestoneState::getRequiredPerMonth))
                .orElse(null);
    }

    private List<MilestoneState> milestones() {
        return List.copyOf(Board.in(board.results().milestones(), cluster).values());
    }

    private @Nullable Double hitRate() {
        if (status == null) {
            return null;
        }
        int judged = status.getMet() + status.getMetLate() + status.getMissed();
        return judged == 0 ? null : status.getMet() / (double) judged;
    }

    private @Nullable Instant lastReportAt() {
        return Board.in(board.results().suppliers(), cluster).values().stream()
                .map(SupplierStatus::getLastAcceptedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Map<String, Object>> suppliers() {
        return Board.in(board.results().suppliers(), cluster).values().stream()
                .map(one -> {
                    Map<String, Object> row = Fields.of(one);
                    Episode silence =
                            board.episodes().last(Alerts.id(cluster, AlertKind.SUPPLIER_SILENT, one.getSupplier()));
                    row.put("name", names.supplier(one.getSupplier()));
                    row.put("silent", silence != null && silence.isOpen());
                    return row;
                })
                .toList();
    }

    private List<Map<String, Object>> commitments() {
        return milestones().stream()
                .filter(one -> one.getKind() == MilestoneKind.COMMITMENT)
                .sorted(Comparator.comparing(MilestoneState::getDue).thenComparing(MilestoneState::getMilestone))
                .limit(MOST)
                .map(one -> MilestoneRows.row(board, names, one))
                .toList();
    }

    private List<Map<String, Object>> openAlerts() {
        return board.episodes().newestFirst().stream()
                .filter(one -> one.isOpen() && one.last().getCluster().equals(cluster))
                .sorted(Comparator.comparing(one -> one.last().getSeverity() != Severity.CRITICAL))
                .limit(MOST)
                .map(one -> AlertRows.row(board, names, one))
                .toList();
    }
}
