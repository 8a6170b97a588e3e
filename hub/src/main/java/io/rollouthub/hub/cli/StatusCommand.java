package io.rollouthub.hub.cli;

import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.hub.health.Check;
import io.rollouthub.hub.health.OutsideLook;
import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.timetravel.TimeTravel;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the state that a hub's topics hold, or what was known at an instant. */
@Command(
        name = "status",
        description = "Show where everything stands, or stood: clusters, milestones, open alerts.",
        footer = {"  rollout status --data d --format json", "  rollout status --data d --as-of 2006-10-15T00:00:00Z"})
final class StatusCommand extends LookCommand {
    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Show what was known then, such as 2006-10-15T00:00:00Z. Default: what is known now.")
    private @Nullable Instant asOf;

    @Mixin
    private OutputFormat format;

    @Override
    int look(HubReader reader) {
        PrintWriter out = out();
        ReadModel model = asOf == null ? reader.now() : TimeTravel.of(reader, asOf);
        if (asOf == null && format.isTable()) {
            out.println(clockLine(reader, format.look().times(model)));
            if (reader.isRunning()) {
                tellNews(reader.connection());
            }
            out.println();
        }
        out.print(format.write(model, asOf == null ? clock(model) : asOf, Rejected.inOrder(model.rejected())));
        if (format.isTable()) {
            out.print(ResultTables.corrections(corrections(reader, model), format.look()));
        }
        return 0;
    }

    private void tellNews(Connection at) {
        OutsideLook.once(at, hub.settings().streams(at)).stream()
                .filter(Check::needsTelling)
                .forEach(one -> out().println((one.ok() ? "Weaker than promised: " : "Not well: ") + one.detail()
                        + ". 'rollout doctor' says more."));
    }

    /** Reports that replace one which has not come; the journal is read only if there are any. */
    private List<AcceptedReport> corrections(HubReader reader, ReadModel model) {
        Set<String> clusters = model.suppliers().values().stream()
                .filter(supplier -> supplier.getReplacesUnknown() != 0)
                .map(SupplierStatus::getCluster)
                .collect(Collectors.toCollection(TreeSet::new));
        if (clusters.isEmpty()) {
            return List.of();
        }
        JournalStories stories = JournalStories.on(clusters);
        reader.journal((partition, entry) -> {
            if (asOf == null || !entry.getAcceptedAt().isAfter(asOf)) {
                stories.accept(partition, entry);
            }
        });
        return clusters.stream()
                .flatMap(cluster -> stories.replacingUnknown(cluster).stream())
                .toList();
    }

    private String clockLine(HubReader reader, Times times) {
        HubClock clock = HubClock.read(reader.connection());
        if (clock == null) {
            return "The hub's clock has not ticked yet.";
        }
        String tick = times.print(clock.tick());
        if (!reader.isRunning()) {
            return "Nobody runs this hub now; its clock stands at " + tick + ".";
        }
        return clock.standsStill(hub.settings().clock())
                ? "The hub's clock stands still at " + tick + ", " + clock.ageInWords()
                        + "; 'rollout doctor' says what is wrong."
                : "The hub's clock: " + tick + ", " + clock.ageInWords() + ".";
    }

    private static @Nullable Instant clock(ReadModel model) {
        return model.clusters().values().stream()
                .map(ClusterStatus::getClock)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
