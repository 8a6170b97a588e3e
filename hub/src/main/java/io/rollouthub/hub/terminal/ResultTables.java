package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.output.Alert;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results as tables for people, a row each. */
public final class ResultTables {
    private ResultTables() {}

    /**
     * The final state as tables for people, ending in a line feed; the clock is null if the hub has none yet, what was
     * rejected stands in the order given.
     */
    public static String summary(ReadModel model, @Nullable Instant clock, List<Rejected> rejected, Look look) {
        String now = clock == null ? null : IsoTime.print(clock);
        String sections = Stream.of(
                        section("Clusters" + (now == null ? "" : " at " + now), clusters(model), look),
                        section("Milestones", milestones(model), look),
                        section("Open alerts", alerts(model), look),
                        section("Rejected", rejected(rejected), look))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
        return sections.isEmpty()
                ? "Nothing has been reported" + (now == null ? "" : " by " + now) + "." + System.lineSeparator()
                : sections;
    }

    private static String section(String title, TextTable table, Look look) {
        return table.isEmpty() ? "" : look.paint(title, Tone.HEADING) + System.lineSeparator() + table.text(look);
    }

    public static TextTable clusters(ReadModel model) {
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

    public static TextTable milestones(ReadModel model) {
        TextTable table =
                new TextTable("cluster", "milestone", "status", "baseline", "due", "achieved", "progress", "owner");
        for (MilestoneState milestone : model.milestones().values()) {
            table.tonedRow(
                    toneOf(milestone.getStatus()),
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

    public static TextTable alerts(ReadModel model) {
        TextTable table = new TextTable("since", "cluster", "kind", "what");
        for (Alert alert : model.openAlerts()) {
            table.tonedRow(
                    alert.getSeverity() == Severity.CRITICAL ? Tone.BAD : Tone.WARNING,
                    IsoTime.print(alert.getStartsAt()),
                    alert.getCluster(),
                    alert.getKind(),
                    alert.getSummary());
        }
        return table;
    }

    static TextTable rejected(List<Rejected> rejected) {
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

    /** The whole of each cluster and month; what suppliers and releases have in it is left to machines. */
    public static TextTable rates(ReadModel model) {
        TextTable table = new TextTable("cluster", "month", "go-lives", "in all", "planned", "in all", "due", "in all");
        for (DeliveryRate rate : model.rates().values()) {
            if (rate.getSupplier() == null && rate.getProduct() == null) {
                table.row(
                        rate.getCluster(),
                        rate.getMonth(),
                        rate.getGoLives(),
                        rate.getCumulativeGoLives(),
                        rate.getPlanned(),
                        rate.getCumulativePlanned(),
                        rate.getDue(),
                        rate.getCumulativeDue());
            }
        }
        return table;
    }

    private static Tone toneOf(Status status) {
        return switch (status) {
            case MET -> Tone.GOOD;
            case MET_LATE -> Tone.WARNING;
            case MISSED -> Tone.BAD;
            case PENDING, WITHDRAWN, UNKNOWN -> Tone.NONE;
        };
    }

    private static @Nullable String decimal(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.1f", value);
    }
}
