package io.rollouthub.explain;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.ClusterKeys;
import io.rollouthub.report.MilestoneKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a hub's topics tell, of which stories are made beside the reports.
 *
 * @param results the latest of each key
 * @param transitions those of an alertId, in order
 */
public record Told(Programme programme, ReadModel results, Function<String, List<AlertTransition>> transitions) {

    /** Of results that hold all transitions. */
    public static Told of(Programme programme, ReadModel results) {
        Map<String, List<AlertTransition>> byAlert =
                results.transitions().stream().collect(Collectors.groupingBy(AlertTransition::getAlertId));
        return new Told(programme, results, alertId -> byAlert.getOrDefault(alertId, List.of()));
    }

    /** A milestone as it stands; null if it has no date any more. */
    @Nullable
    MilestoneState milestone(String cluster, String milestone) {
        return results.milestones().get(new MilestoneKey(cluster, milestone).toString());
    }

    /** What a supplier owns in a cluster that is not met, the earliest due first. */
    List<MilestoneState> unmet(String cluster, String supplier) {
        return in(cluster)
                .filter(milestone -> milestone.getOwner().equals(supplier))
                .filter(milestone -> milestone.getStatus() == Status.PENDING || milestone.getStatus() == Status.MISSED)
                .sorted(Comparator.comparing(MilestoneState::getDue))
                .toList();
    }

    private Stream<MilestoneState> in(String cluster) {
        return ClusterKeys.of(results.milestones(), cluster).values().stream();
    }
}
