package io.rollouthub.hub.cli;

import io.rollouthub.hub.journal.LedgerReset;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Throws the ledger's state and results away, to be worked out anew. */
@Command(
        name = "reset",
        description = "Delete the ledger's state and all results; the next start works them out anew from the journal.",
        footer = {"  rollout reset --data d --dry-run", "  rollout reset --data d --yes"})
final class ResetCommand extends HubCommand {
    @Option(names = "--dry-run", description = "Only tell what would be deleted.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    int run() {
        if (!dryRun && !yes && System.console() == null) {
            throw new ParameterException(
                    spec().commandLine(),
                    "Nobody is there to be asked: give --yes, or --dry-run to see what would go.");
        }
        try (OpenedHub opened = hub.open()) {
            LedgerReset reset =
                    new LedgerReset(opened.connection(), hub.settings().streams(opened.connection()));
            reset.requireStopped();
            List<String> topics = reset.topics();
            topics.forEach(topic -> out().println("delete topic " + topic));
            say("delete folder " + reset.state());
            if (dryRun) {
                return 0;
            }
            if (!yes && !agreed()) {
                out().println("Nothing was deleted.");
                return 0;
            }
            reset.run();
            audit(opened.connection())
                    .of(
                            "reset",
                            topics.stream().map(topic -> "deleted " + topic).toList());
            say("Done. The next start of the hub works everything out anew from the journal.");
            return 0;
        }
    }

    private static boolean agreed() {
        Console console = System.console();
        String answer = console == null ? null : console.readLine("Delete all this? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
