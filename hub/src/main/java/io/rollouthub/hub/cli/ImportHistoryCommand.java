package io.rollouthub.hub.cli;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.replay.Replay;
import io.rollouthub.hub.replay.ReplayPlan;
import io.rollouthub.hub.replay.ToldByImport;
import io.rollouthub.output.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Begins a hub with what suppliers reported before there was one; what is open by now counts as told. */
@Command(
        name = "import-history",
        description =
                "Replay what was reported in the past, up to now, into a new data folder, from which 'up' goes on."
                        + " Alerts that are open then count as told: receivers are sent their ends alone.",
        footer = {"  rollout import-history --programme programme.yaml --data d history.jsonl", "  rollout up --data d"
        })
final class ImportHistoryCommand extends StoppableCommand {
    @Mixin
    private ReplayedFiles files;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "rollout-data",
            description = "The new data folder; it is there when everything is in it. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("rollout-data");

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of the journal. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(names = "--tell-open", description = "Have receivers told of the alerts that are open after all.")
    private boolean tellOpen;

    @Override
    int run() {
        Arguments.between(spec(), "--partitions", partitions, 1, 1_000);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ReplayPlan plan = new ReplayPlan(files.programme(), files.events(), null, now, partitions, 1, null);
        Path folder = data.toAbsolutePath().normalize();
        Path draft = folder.resolveSibling(folder.getFileName() + ".importing");
        Arguments.emptyFolder(folder);
        if (Files.exists(draft)) {
            throw new RolloutException(
                    "An import into " + data + " was broken off, or goes on: there is " + draft + ".",
                    "Delete that folder if nothing runs there, and import again.");
        }
        try {
            return run(plan, draft, folder);
        } finally {
            delete(draft);
        }
    }

    private int run(ReplayPlan plan, Path draft, Path folder) {
        Replay.Result result = replay(plan, draft);
        if (result.problems() > 0) {
            sayAside(result.problems() + " lines could not be replayed, so that nothing was imported; mend them, and"
                    + " import again.");
            return 1;
        }
        try {
            Files.move(draft, folder, StandardCopyOption.REPLACE_EXISTING); // an empty one
        } catch (IOException e) {
            throw FileFailure.of(draft + " cannot be moved to " + folder, e);
        }
        tell(result);
        return 0;
    }

    private Replay.Result replay(ReplayPlan plan, Path draft) {
        try (CommandProgress progress = new CommandProgress(err(), false, transition -> {});
                LocalHub hub = progress.start(draft, plan);
                Replay replay = new Replay(plan, hub.connection(), progress)) {
            Replay.Result result = replay.run();
            if (!tellOpen) {
                ToldByImport.write(hub.connection(), result.model().openAlerts(), result.clock());
            }
            return result;
        }
    }

    private void tell(Replay.Result result) {
        List<Alert> open = result.model().openAlerts();
        say(
                "The history is in " + data + ": "
                        + counted(result.model().milestones().size(), "milestone") + ", "
                        + counted(result.rejected().size(), "report") + " refused.",
                open.isEmpty()
                        ? "No alert is open."
                        : counted(open.size(), "alert")
                                + (open.size() == 1 ? " is open" : " are open")
                                + (tellOpen
                                        ? "; receivers will be told."
                                        : " and told by this import; receivers will be told when they end."));
        if (result.leftOut() > 0) {
            sayAside(counted(result.leftOut(), "line") + " from after now left out: a history ends now.");
        }
        say("'rollout up --data " + data + "' goes on from here.");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void delete(Path draft) {
        try {
            Utils.delete(draft.toFile());
        } catch (IOException e) {
            throw FileFailure.of(draft + " cannot be deleted", e);
        }
    }
}
