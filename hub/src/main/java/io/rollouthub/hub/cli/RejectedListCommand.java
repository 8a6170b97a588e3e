package io.rollouthub.hub.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rollouthub.check.Reason;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.RejectedRecords;
import io.rollouthub.reader.rejected.RejectedRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the rejected records. */
@Command(
        name = "list",
        description = "List what was refused and why; PLACE names a record for 'show' and 'redrive'.",
        footer = {
            "  rollout rejected list --data d --supplier bt --reason CLUSTER_NOT_ALLOWED",
            "  rollout rejected list --data d --json | jq -r .place"
        })
final class RejectedListCommand extends LookCommand {
    @Option(names = "--supplier", paramLabel = "S", description = "Only what came on this supplier's topic.")
    private @Nullable String supplier;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only for this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable Reason reason;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private TableOptions tables;

    @Override
    int look(HubReader reader) {
        PrintWriter out = out();
        RejectedRecords records = new RejectedRecords(reader.connection());
        List<RejectedRecord> all;
        Set<String> sentAgain;
        try (ProgressLine progress = new ProgressLine(err())) {
            progress.show("reading what was refused");
            all = records.all(supplier).stream()
                    .filter(one -> reason == null || one.what().why().refusal().reason() == reason)
                    .toList();
            sentAgain = all.isEmpty() ? Set.of() : records.sentAgain(all);
        }
        if (json) {
            all.forEach(one -> out.println(line(one, sentAgain)));
        } else {
            out.print(
                    all.isEmpty()
                            ? "Nothing was refused." + System.lineSeparator()
                            : table(all, sentAgain, tables.times(reader.connection()))
                                    .text(tables.look()));
        }
        return 0;
    }

    private static TextTable table(List<RejectedRecord> records, Set<String> sentAgain, Times times) {
        TextTable table = new TextTable("supplier", "place", "accepted at", "event", "reason", "again", "detail");
        records.forEach(one -> table.row(
                one.what().supplier(),
                one.placeOnTopic(),
                times.print(one.what().why().acceptedAt()),
                one.what().eventId(),
                one.what().why().refusal().reason(),
                sentAgain.contains(one.place()) ? "sent" : "",
                one.what().why().refusal().detail()));
        return table;
    }

    private static String line(RejectedRecord one, Set<String> sentAgain) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("supplier", one.what().supplier())
                .put("place", one.placeOnTopic())
                .put("acceptedAt", IsoTime.print(one.what().why().acceptedAt()))
                .put("eventId", one.what().eventId())
                .put("reason", one.what().why().refusal().reason().name())
                .put("detail", one.what().why().refusal().detail())
                .put("sentAgain", sentAgain.contains(one.place()))
                .toString();
    }
}
