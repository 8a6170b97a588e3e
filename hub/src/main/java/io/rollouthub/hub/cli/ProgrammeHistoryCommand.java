package io.rollouthub.hub.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.hub.audit.AuditLog;
import io.rollouthub.hub.audit.AuditLog.Adopted;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.journal.AuditEntry;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.reader.HubReader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which programmes have been in force, and who brought each. */
@Command(
        name = "history",
        description =
                "Tell which programmes have been in force, in what each differs from the one before, and who brought it.",
        footer = "  rollout programme history --data d")
final class ProgrammeHistoryCommand extends LookCommand {
    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private TableOptions tables;

    @Override
    int look(HubReader reader) {
        List<Adopted> programmes = new AuditLog(reader.connection()).programmes();
        if (json) {
            programmes.forEach(one -> out().println(line(one)));
        } else if (programmes.isEmpty()) {
            say("The journal has no programme yet.");
        } else {
            out().print(table(programmes, tables.times(reader.connection())).text(tables.look()));
        }
        return 0;
    }

    private static TextTable table(List<Adopted> programmes, Times times) {
        TextTable table = new TextTable("since", "programme", "who", "host", "changed");
        for (Adopted one : programmes) {
            AuditEntry by = one.by();
            table.rowOfLines(
                    one.changes(),
                    times.print(one.at()),
                    one.programme().getProgramme(),
                    by == null ? "?" : by.getWho(),
                    by == null ? "?" : by.getHost());
        }
        return table;
    }

    private static ObjectNode line(Adopted one) {
        AuditEntry by = one.by();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("since", IsoTime.print(one.at()))
                .put("programme", one.programme().getProgramme())
                .put("who", by == null ? null : by.getWho())
                .put("host", by == null ? null : by.getHost())
                .put("file", by == null ? null : by.getFile());
        one.changes().forEach(line.putArray("changes")::add);
        return line;
    }
}
