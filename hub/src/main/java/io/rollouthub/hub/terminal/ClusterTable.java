package io.rollouthub.hub.terminal;

import io.rollouthub.output.ClusterStatus;
import io.rollouthub.reader.ReadModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Clusters, a row each: sites that are live by a plan stand apart from those that never had one. */
public final class ClusterTable {
    private ClusterTable() {}

    public static TextTable of(ReadModel model) {
        TextTable table = new TextTable(
                "cluster",
                "live of planned",
                "live without plan",
                "met",
                "late",
                "missed",
                "pending",
                "per month 90d",
                "365d",
                "variance");
        for (ClusterStatus cluster : model.clusters().values()) {
            Integer planned = cluster.getLivePlanned();
            table.row(
                    cluster.getCluster(),
                    (planned == null ? "?" : planned) + " of " + cluster.getPlanned(),
                    planned == null ? "? of " + cluster.getLive() : cluster.getLive() - planned,
                    cluster.getMet(),
                    cluster.getMetLate(),
                    cluster.getMissed(),
                    cluster.getPending(),
                    decimal(cluster.getRatePerMonth90()),
                    decimal(cluster.getRatePerMonth365()),
                    decimal(cluster.getScheduleVarianceMonths()));
        }
        return table;
    }

    private static @Nullable String decimal(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.1f", value);
    }
}
