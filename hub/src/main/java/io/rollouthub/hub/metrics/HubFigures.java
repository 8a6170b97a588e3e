package io.rollouthub.hub.metrics;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Takes in the hub's results as they come from its topics and counts them. For one thread. */
final class HubFigures {
    private final Map<String, List<String>> openAlerts = new HashMap<>();
    private final Map<String, ClusterStatus> clusters = new HashMap<>();

    void alert(String alertId, @Nullable Alert alert) {
        if (alert != null && alert.getState() == AlertState.OPEN) {
            openAlerts.put(alertId, List.of(alert.getCluster(), alert.getKind().name()));
        } else {
            openAlerts.remove(alertId);
        }
    }

    void cluster(String key, @Nullable ClusterStatus cluster) {
        clusters.compute(key, (any, before) -> cluster);
    }

    /** Open alerts by cluster and kind; zeros for those of which none is open. */
    Map<List<String>, Double> openAlerts(Programme programme) {
        Map<List<String>, Double> counts = new HashMap<>();
        for (Cluster cluster : programme.getClusters()) {
            for (AlertKind kind : AlertKind.values()) {
                if (kind != AlertKind.UNKNOWN) {
                    counts.put(List.of(cluster.getCluster(), kind.name()), 0.0);
                }
            }
        }
        openAlerts.values().forEach(labels -> counts.merge(labels, 1.0, Double::sum));
        return counts;
    }

    /** Go-lives by cluster; zeros for clusters of which nothing is known yet. */
    Map<List<String>, Double> goLives(Programme programme) {
        return byCluster(programme, ClusterStatus::getLive);
    }

    Map<List<String>, Double> planned(Programme programme) {
        return byCluster(programme, ClusterStatus::getPlanned);
    }

    private Map<List<String>, Double> byCluster(Programme programme, ToDoubleFunction<ClusterStatus> figure) {
        Map<List<String>, Double> counts = new HashMap<>();
        programme.getClusters().forEach(cluster -> counts.put(List.of(cluster.getCluster()), 0.0));
        clusters.forEach((cluster, status) -> counts.put(List.of(cluster), figure.applyAsDouble(status)));
        return counts;
    }

    /** Milestones by cluster and status, for clusters of which something is known. */
    Map<List<String>, Double> milestones() {
        Map<List<String>, Double> counts = new HashMap<>();
        clusters.forEach((cluster, status) -> {
            counts.put(List.of(cluster, "PENDING"), (double) status.getPending());
            counts.put(List.of(cluster, "MET"), (double) status.getMet());
            counts.put(List.of(cluster, "MET_LATE"), (double) status.getMetLate());
            counts.put(List.of(cluster, "MISSED"), (double) status.getMissed());
            counts.put(List.of(cluster, "WITHDRAWN"), (double) status.getWithdrawn());
        });
        return counts;
    }
}
