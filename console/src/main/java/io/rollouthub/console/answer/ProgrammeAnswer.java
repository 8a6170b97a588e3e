package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.explain.Exposure;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What the first page tells: a card for each cluster, the newest alerts, the clock. */
final class ProgrammeAnswer {
    private static final int NEWEST = 10;

    private ProgrammeAnswer() {}

    /** Those of the programme in its order, then those that it has no more but that there are reports on. */
    static Set<String> clusters(Board board) {
        Set<String> clusters = new LinkedHashSet<>();
        Programme programme = board.programme();
        if (programme != null) {
            programme.getClusters().stream().map(Cluster::getCluster).forEach(clusters::add);
        }
        clusters.addAll(board.results().clusters().keySet());
        return clusters;
    }

    /**
     * The answer.
     *
     * @param exposures by cluster, where there is one
     */
    static Map<String, Object> of(Board board, ClockAnswer clock, Map<String, Exposure> exposures) {
        Programme programme = board.programme();
        Names names = new Names(programme);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("programme", programme == null ? null : programme.getProgramme());
        answer.put("name", programme == null ? null : programme.getName());
        answer.put("zone", programme == null ? null : programme.getZone());
        answer.put("clock", clock);
        answer.put("thresholds", programme == null ? null : Fields.of(programme.getThresholds()));
        answer.put(
                "suppliers",
                programme == null
                        ? List.of()
                        : programme.getSuppliers().stream().map(Fields::of).toList());
        answer.put("openCritical", sum(board, ClusterStatus::getOpenCritical));
        answer.put("openWarning", sum(board, ClusterStatus::getOpenWarning));
        answer.put(
                "clusters",
                clusters(board).stream()
                        .map(cluster -> new ClusterAnswer(board, names, cluster).card(exposures.get(cluster)))
                        .toList());
        answer.put(
                "newestAlerts",
                board.episodes().newestFirst().stream()
                        .limit(NEWEST)
                        .map(one -> AlertRows.row(board, names, one))
                        .toList());
        return answer;
    }

    private static int sum(Board board, ToIntFunction<ClusterStatus> figure) {
        return board.results().clusters().values().stream().mapToInt(figure).sum();
    }
}
