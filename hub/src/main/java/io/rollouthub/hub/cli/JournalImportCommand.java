package io.rollouthub.hub.cli;

import io.rollouthub.hub.journal.JournalImport;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.hub.settings.StreamsSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an exported journal into an empty hub. */
@Command(
        name = "import",
        description = "Write an exported journal into an empty hub that does not run; its start works everything out.",
        footerHeading = "%nExample:%n",
        footer = "  rollout journal import --data new journal.jsonl")
final class JournalImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What 'journal export' has written.")
    private Path file = Path.of("-");

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() throws Exception {
        Checks.readable(file);
        return GracefulStop.run(this::run);
    }

    private int run() {
        Settings settings = hub.settings();
        try (HubAccess.Opened opened = hub.openOrCreate(settings);
                ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
            long count = new JournalImport(opened.connection(), StreamsSettings.live(opened.connection(), settings))
                    .run(file, written -> progress.count(written, "entries written"));
            progress.clear();
            spec.commandLine()
                    .getOut()
                    .println(count + " entries imported; start the hub to have everything worked out.");
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
