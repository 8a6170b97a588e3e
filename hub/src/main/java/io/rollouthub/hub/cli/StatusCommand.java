package io.rollouthub.hub.cli;

import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.timetravel.TimeTravel;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
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
            out.println(clockLine(reader));
            out.println();
        }
        out.print(format.write(model, asOf == null ? clock(model) : asOf, Rejected.inOrder(model.rejected())));
        out.flush();
        return 0;
    }

    private String clockLine(HubReader reader) {
        HubClock clock = HubClock.read(reader.connection());
        if (clock == null) {
            return "The hub's clock has not ticked yet.";
        }
        String tick = IsoTime.print(clock.tick());
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
