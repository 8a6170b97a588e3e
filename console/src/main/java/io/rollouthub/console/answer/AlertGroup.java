package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.explain.Course;
import io.rollouthub.explain.Names;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.report.MilestoneKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do: all alerts of a milestone, or of a supplier's silence in a cluster.
 *
 * @param alerts the last episode of each, open ones first, of these critical ones first; there are some
 */
record AlertGroup(List<Episode> alerts) {
    private static final Comparator<Episode> WORST_FIRST = Comparator.comparing(
                    Episode::isOpen, Comparator.reverseOrder())
            .thenComparing((Episode one) -> isCritical(one), Comparator.reverseOrder())
            .thenComparing(one -> one.last().getStartsAt(), Comparator.reverseOrder())
            .thenComparing(Episode::alertId);

    static AlertGroup of(List<Episode> alerts) {
        return new AlertGroup(alerts.stream().sorted(WORST_FIRST).toList());
    }

    /** The last transition of the worst. */
    AlertTransition last() {
        return alerts.get(0).last();
    }

    boolean isOpen() {
        return alerts.get(0).isOpen();
    }

    /** Whether one that is open is critical or, where none is open, one was. */
    boolean isCritical() {
        return isCritical(alerts.get(0));
    }

    private static boolean isCritical(Episode episode) {
        return episode.last().getSeverity() == Severity.CRITICAL;
    }

    /** When the one that began last did. */
    Instant newest() {
        return alerts.stream()
                .map(one -> one.last().getStartsAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * A line of a list.
     *
     * @param milestone what /api/milestones/ takes; null for SUPPLIER_SILENT, whose subject is the supplier
     * @param course null for a supplier, or if the milestone has ceased to exist
     * @param times how often alerts have opened on it in all
     */
    public record AlertGroupRow(
            String cluster,
            String clusterName,
            String subject,
            String name,
            @Nullable String milestone,
            @Nullable Course course,
            Severity severity,
            AlertState state,
            int times,
            List<AlertRow> alerts) {}

    AlertGroupRow row(Board board) {
        AlertTransition worst = last();
        boolean silence = worst.getKind() == AlertKind.SUPPLIER_SILENT;
        String id = new MilestoneKey(worst.getCluster(), worst.getSubject()).toString();
        MilestoneState milestone = silence ? null : board.results().milestones().get(id);
        return new AlertGroupRow(
                worst.getCluster(),
                board.names().cluster(worst.getCluster()),
                worst.getSubject(),
                silence
                        ? board.names().supplier(worst.getSubject())
                        : milestone == null
                                ? Objects.requireNonNullElse(worst.getTitle(), worst.getSubject())
                                : Names.milestone(milestone),
                silence ? null : id,
                milestone == null ? null : board.course(milestone),
                worst.getSeverity(),
                worst.getState(),
                alerts.stream()
                        .mapToInt(one -> board.episodes().of(one.alertId()).size())
                        .sum(),
                alerts.stream().map(one -> AlertRow.of(board, one)).toList());
    }
}
