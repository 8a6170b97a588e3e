package io.rollouthub.hub.cli;

import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.Routes;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.replay.Replay;
import io.rollouthub.hub.replay.ReplayPlan;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the real programme of {@code examples/npfit} day by day and prints alerts as they open and resolve. */
@Command(
        name = "demo",
        description = "Watch a real programme miss its pledges: the NHS's, 2003 to 2006, day by day.",
        footer = "  rollout demo --speed 200")
final class DemoCommand extends StoppableCommand {
    @Option(
            names = "--until",
            paramLabel = "DATE",
            defaultValue = "2006-12-31",
            description = "The last day. Default: ${DEFAULT-VALUE}.")
    private LocalDate until;

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            defaultValue = "60",
            description = "Days a second; before the first promise ten times as many. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--exit",
            description = "End after the last day instead of staying open for looking; without the console.")
    private boolean exit;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in this folder, for 'status'.")
    private @Nullable Path data;

    @Mixin
    private ConsoleOptions console;

    @Option(names = "--timings", description = "Print how long each phase took, to standard error.")
    private boolean timings;

    @Override
    int run() throws InterruptedException {
        Arguments.between(spec(), "--speed", speed, 0.001, 1e9);
        Arguments.emptyFolder(data);
        Path example = Path.of(System.getProperty("rollout.home", "."), "examples", "npfit");
        Programme programme = ProgrammeFile.read(example.resolve("programme.yaml"));
        ReplayPlan plan =
                new ReplayPlan(programme, List.of(example.resolve("events.jsonl")), until, 1, 1, Duration.ofNanos((long)
                        (1e9 / speed)));
        HttpSettings http = exit ? null : console.http(Settings.read(null, System.getenv(), Map.of()));
        return run(plan, http);
    }

    private int run(ReplayPlan plan, @Nullable HttpSettings http) throws InterruptedException {
        say(plan.programme().getName() + ": what its suppliers reported, day by day until " + until + ".", "");
        ZoneId zone = ZoneId.of(plan.programme().getZone());
        try (CommandProgress progress = new CommandProgress(
                        err(),
                        timings,
                        transition -> say(Terminal.alert(
                                LocalDate.ofInstant(transition.getAt(), zone).toString(), transition)));
                LocalHub hub = progress.start(data, plan);
                Monitoring monitoring = http == null ? null : new Monitoring(hub.connection(), null);
                Console served = http == null || monitoring == null
                        ? null
                        : serve(hub.connection(), http, monitoring.routes(http));
                Replay replay = new Replay(plan, hub.connection(), progress.measuredBy(monitoring))) {
            Replay.Result result = replay.run();
            out().println();
            out().print(ResultTables.summary(result.model(), result.clock(), result.rejected(), Terminal.look()));
            out().flush();
            if (served != null) {
                say(
                        "",
                        "Open for looking: console at " + served.address() + ", Kafka at "
                                + hub.connection().bootstrapServers() + ", schema registry at "
                                + hub.connection().registry().address() + ". Ctrl-C ends it.");
                stay();
            }
            progress.phase("stop");
            return result.problems() == 0 ? 0 : 1;
        }
    }

    private Console serve(Connection hub, HttpSettings http, List<Routes> beside) {
        Console console = Console.start(hub, new Outlook(true, ClockSettings.DEFAULT), http, beside);
        say("Console: " + console.address(), "");
        return console;
    }
}
