package io.rollouthub.hub.view;

import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.output.Alert;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The final state as tables for people. */
public final class SummaryText {
    private SummaryText() {}

    /**
     * The text, ending in a line feed.
     *
     * @param clock the hub's clock, null if it has none yet
     * @param rejected in the order in which they are to be shown
     */
    public static String write(ReadModel model, @Nullable Instant clock, List<Rejected> rejected) {
        StringBuilder text = new StringBuilder();
        section(text, "Clusters" + (clock == null ? "" : " at " + IsoTime.print(clock)), clusters(model));
        section(text, "Milestones", milestones(model));
        section(text, "Open alerts", alerts(model));
        section(text, "Rejected", rejected(rejected));
        return text.isEmpty() ? nothing(clock) : text.toString();
    }

    private static String nothing(@Nullable Instant clock) {
        return "Nothing has been reported" + (clock == null ? "" : " by " + IsoTime.print(clock)) + "."
                + System.lineSeparator();
    }

    private static void section(StringBuilder text, String title, TextTable table) {
        if (!table.isEmpty()) {
            text.append(text.isEmpty() ? "" : System.lineSeparator())
                    .append(title)
                    .append(System.lineSeparator())
                    .append(table);
        }
    }

    private static TextTable clusters(ReadModel model) {
        TextTable table = new TextTable(
                "cluster", "live", "planned", "per month 90d", "365d", "met", "late", "missed", "pending", "variance");
        for (ClusterStatus cluster : model.clusters().values()) {
            table.row(
                    cluster.getCluster(),
                    cluster.getLive(),
                    cluster.getPlanned(),
                    decimal(cluster.getRatePerMonth90()),
                    decimal(cluster.getRatePerMonth365()),
                    cluster.getMet(),
                    cluster.getMetLate(),
                    cluster.getMissed(),
                    cluster.getPending(),
                    decimal(cluster.getScheduleVarianceMonths()));
        }
        return table;
    }

    private static TextTable milestones(ReadModel model) {
        TextTable table =
                new TextTable("cluster", "milestone", "status", "baseline", "due", "achieved", "progress", "owner");
        for (MilestoneState milestone : model.milestones().values()) {
            table.row(
                    milestone.getCluster(),
                    milestone.getMilestone(),
                    milestone.getStatus(),
                    milestone.getBaseline(),
                    milestone.getDue() + (milestone.getUndated() ? " (no new date)" : ""),
                    milestone.getAchievedOn(),
                    milestone.getCount() == null ? null : milestone.getProgress() + " of " + milestone.getCount(),
                    milestone.getOwner());
        }
        return table;
    }

    private static TextTable alerts(ReadModel model) {
        TextTable table = new TextTable("since", "cluster", "kind", "what");
        for (Alert alert : model.openAlerts()) {
            table.row(IsoTime.print(alert.getStartsAt()), alert.getCluster(), alert.getKind(), alert.getSummary());
        }
        return table;
    }

    private static TextTable rejected(List<Rejected> rejected) {
        TextTable table = new TextTable("supplier", "event", "reason", "detail");
        for (Rejected one : rejected) {
            table.row(
                    one.supplier(),
                    one.eventId(),
                    one.why().refusal().reason(),
                    one.why().refusal().detail());
        }
        return table;
    }

    private static @Nullable String decimal(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.1f", value);
    }
}
