package io.rollouthub.hub.cli;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Replay;
import io.rollouthub.hub.replay.ReplayPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays files of events and prints the final state. */
@Command(
        name = "replay",
        description = "Replay events through a real broker and the real rules, on a simulated clock.",
        footer = "  rollout replay --programme examples/npfit/programme.yaml examples/npfit/events.jsonl"
                + " --until 2006-12-31 --format json")
final class ReplayCommand extends StoppableCommand {
    @Mixin
    private ReplayedFiles files;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day, to its end; events accepted later are left out. Default: the last event's.")
    private @Nullable LocalDate until;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Partitions of the journal. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of the streams application. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in this folder, for 'status'.")
    private @Nullable Path data;

    @Option(names = "--timings", description = "Print how long each phase took, to standard error.")
    private boolean timings;

    @Mixin
    private OutputFormat format;

    @Override
    int run() {
        Arguments.between(spec(), "--partitions", partitions, 1, 1_000);
        Arguments.between(spec(), "--instances", instances, 1, 16);
        ReplayPlan plan = new ReplayPlan(files.programme(), files.events(), until, partitions, instances, null);
        Arguments.emptyFolder(data);
        try (CommandProgress progress = new CommandProgress(err(), timings, transition -> {});
                LocalHub hub = progress.start(data, plan);
                Replay replay = new Replay(plan, hub.connection(), progress)) {
            Replay.Result result = replay.run();
            out().print(format.writeReplay(result.model(), result.clock(), result.rejected()));
            out().flush();
            progress.phase("stop");
            return result.problems() == 0 ? 0 : 1;
        }
    }
}
