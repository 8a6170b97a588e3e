package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Episodes of alerts as they stand in lists. */
final class AlertRows {
    private AlertRows() {}

    /** One episode: its last transition, with the numbers of now if it is the alert's current one. */
    static Map<String, Object> row(Board board, Names names, Episode episode) {
        AlertTransition last = episode.last();
        Map<String, Object> row = new LinkedHashMap<>(Fields.of(latest(board, episode)));
        row.put("clusterName", names.cluster(last.getCluster()));
        row.put("supplierName", names.supplier(last.getSupplier()));
        row.put(
                "milestone",
                last.getKind() == AlertKind.SUPPLIER_SILENT ? null : last.getCluster() + "/" + last.getSubject());
        return row;
    }

    /** Numbers move without a transition; the other topic tells, if it is as far as this one. */
    private static SpecificRecord latest(Board board, Episode episode) {
        Alert alert = board.results().alerts().get(episode.alertId());
        return alert != null
                        && alert.getEpisode() == episode.number()
                        && alert.getState() == episode.last().getState()
                ? alert
                : episode.last();
    }

    /** One episode with all its transitions, as part of what is told of its alert. */
    static Map<String, Object> withTransitions(Board board, Episode episode) {
        AlertTransition last = episode.last();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("episode", episode.number());
        row.put("state", last.getState());
        row.put("startsAt", last.getStartsAt());
        row.put("endsAt", last.getEndsAt());
        row.put("resolution", last.getResolution());
        row.put("summary", Fields.of(latest(board, episode)).get("summary"));
        row.put(
                "transitions",
                episode.transitions().stream().map(AlertRows::transition).toList());
        return row;
    }

    private static Map<String, Object> transition(AlertTransition transition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", transition.getAt());
        row.put("state", transition.getState());
        row.put("startsAt", transition.getStartsAt());
        row.put("summary", transition.getSummary());
        row.put("causes", transition.getCauses());
        return row;
    }

    /** All that is told of an alert beside a milestone. */
    static Map<String, Object> alert(Board board, String alertId) {
        List<Episode> episodes = board.episodes().of(alertId);
        AlertTransition last = episodes.get(episodes.size() - 1).last();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("alertId", alertId);
        row.put("kind", last.getKind());
        row.put("severity", last.getSeverity());
        row.put("state", last.getState());
        row.put(
                "episodes",
                episodes.stream()
                        .map(episode -> withTransitions(board, episode))
                        .toList());
        return row;
    }
}
