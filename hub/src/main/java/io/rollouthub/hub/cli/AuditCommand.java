package io.rollouthub.hub.cli;

import io.rollouthub.hub.audit.AuditLog;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.journal.AuditEntry;
import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.reader.HubReader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells who had the hub do what. */
@Command(
        name = "audit",
        description = {
            "Tell who had the hub do what: programmes, users, rights, resets, records sent again, entries passed over,"
                    + " imports.",
            "Names are those that were configured (setting operator); the proof is the log of the broker's authorizer."
        },
        footer = {"  rollout admin audit --data d", "  rollout admin audit --data d --json | jq -r .who"})
final class AuditCommand extends LookCommand {
    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private TableOptions tables;

    @Override
    int look(HubReader reader) {
        List<AuditEntry> entries = new AuditLog(reader.connection()).entries();
        if (json) {
            entries.forEach(entry -> out().println(RecordJson.write(entry)));
        } else if (entries.isEmpty()) {
            say("Nothing was kept.");
        } else {
            out().print(table(entries, tables.times(reader.connection())).text(tables.look()));
        }
        return 0;
    }

    private static TextTable table(List<AuditEntry> entries, Times times) {
        TextTable table = new TextTable("at", "who", "host", "command", "file", "changed");
        for (AuditEntry entry : entries) {
            String file = entry.getFile() == null ? "" : entry.getFile().substring(0, 12);
            table.rowOfLines(
                    entry.getChanges(),
                    times.print(entry.getAt()),
                    entry.getWho(),
                    entry.getHost(),
                    entry.getCommand(),
                    file);
        }
        return table;
    }
}
