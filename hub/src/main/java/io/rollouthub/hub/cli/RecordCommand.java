package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.HubRecordText;
import io.rollouthub.reader.HubReader;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how often what the hub forecast came true, and how suppliers kept what they promised. */
@Command(
        name = "record",
        description =
                "Show how often what the hub forecast came true, beside believing every promise, and how suppliers"
                        + " have kept theirs.",
        footer = {"  rollout record --data d", "  rollout record --cluster south --json | jq .brier"})
final class RecordCommand extends LookCommand {
    @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster.")
    private @Nullable String cluster;

    @Mixin
    private OutputFormat format;

    @Override
    int look(HubReader reader) {
        HubRecordText record = HubRecordText.of(reader.now(), cluster);
        PrintWriter out = out();
        out.print(format.isTable() ? record.tables(Terminal.look()) : record.json() + System.lineSeparator());
        return 0;
    }
}
