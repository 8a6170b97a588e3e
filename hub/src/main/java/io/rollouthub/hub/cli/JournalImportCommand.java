package io.rollouthub.hub.cli;

import io.rollouthub.hub.journal.JournalImport;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an exported journal into an empty hub. */
@Command(
        name = "import",
        description = "Write an exported journal into an empty hub that does not run; its start works everything out.",
        footer = "  rollout journal import --data new journal.jsonl")
final class JournalImportCommand extends HubCommand {
    @Parameters(paramLabel = "FILE", description = "What 'journal export' has written.")
    private Path file = Path.of("-");

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the journal, which cannot change later. Default: the setting's.")
    private @Nullable Integer partitions;

    @Override
    int run() {
        Arguments.readable(file);
        if (partitions != null) {
            Arguments.between(spec(), "--partitions", partitions, 1, 1_000);
        }
        Settings settings =
                hub.settings(partitions == null ? Map.of() : Map.of(Setting.PARTITIONS, partitions.toString()));
        try (OpenedHub opened = hub.openOrCreate(settings);
                ProgressLine progress = new ProgressLine(err())) {
            long count = new JournalImport(opened.connection(), settings.streams(opened.connection()))
                    .run(file, written -> progress.count(written, "entries written"));
            progress.clear();
            audit(opened.connection()).of("journal import", List.of(count + " entries imported"), file);
            say(count + " entries imported; start the hub to have everything worked out.");
            return 0;
        }
    }
}
