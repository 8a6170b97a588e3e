package io.rollouthub.hub.cli;

import io.rollouthub.entry.Entry;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.journal.JournalExport;
import io.rollouthub.reader.journal.JournalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the whole journal down, one entry a line. */
@Command(
        name = "export",
        description = "Write the whole journal as JSON Lines, which 'replay' and 'journal import' read.",
        footer = "  rollout journal export --data d journal.jsonl")
final class JournalExportCommand extends LookCommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Where to; takes its place when it is complete. Default: standard output.")
    private @Nullable Path file;

    @Override
    int look(HubReader reader) {
        JournalExport export = new JournalExport(reader.connection(), skipped -> err().println(skipped.line()));
        if (file == null) {
            PrintWriter out = out();
            out.println(JournalJson.FIRST_LINE);
            export.read(entry -> out.println(JournalJson.write(Entry.of(entry))));
            out.flush();
            return 0;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            long count;
            try (Writer writer = Files.newBufferedWriter(draft);
                    ProgressLine progress = new ProgressLine(err())) {
                long[] written = {0};
                write(writer, JournalJson.FIRST_LINE);
                count = export.read(entry -> {
                    write(writer, JournalJson.write(Entry.of(entry)));
                    progress.count(++written[0], "entries written");
                });
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            sayAside(count + " entries written to " + file);
            return 0;
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be written", e);
        } finally {
            delete(draft);
        }
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw FileFailure.of("The journal cannot be written", e);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw FileFailure.of(draft + " cannot be deleted", e);
        }
    }
}
