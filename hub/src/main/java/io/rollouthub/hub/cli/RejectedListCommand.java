package io.rollouthub.hub.cli;

import io.rollouthub.check.Reason;
import io.rollouthub.hub.rejected.RejectedRecord;
import io.rollouthub.hub.rejected.RejectedRecords;
import io.rollouthub.hub.view.TextTable;
import io.rollouthub.jsonl.IsoTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was refused. */
@Command(
        name = "list",
        description = "List what was refused and why; PLACE names a record for 'show' and 'redrive'.",
        footerHeading = "%nExample:%n",
        footer = "  rollout rejected list --data d --supplier bt --reason CLUSTER_NOT_ALLOWED")
final class RejectedListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--supplier", paramLabel = "S", description = "Only what came on this supplier's topic.")
    private @Nullable String supplier;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only for this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable Reason reason;

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() throws Exception {
        return hub.look(reader -> {
            List<RejectedRecord> records = new RejectedRecords(reader.connection()).read(supplier);
            TextTable table = new TextTable("supplier", "place", "accepted at", "event", "reason", "again", "detail");
            records.stream()
                    .filter(one -> reason == null || one.what().why().refusal().reason() == reason)
                    .forEach(one -> table.row(
                            one.what().supplier(),
                            one.place(),
                            IsoTime.print(one.what().why().acceptedAt()),
                            one.what().eventId(),
                            one.what().why().refusal().reason(),
                            one.redriven() ? "sent" : "",
                            one.what().why().refusal().detail()));
            spec.commandLine()
                    .getOut()
                    .print(table.isEmpty() ? "Nothing was refused." + System.lineSeparator() : table);
            spec.commandLine().getOut().flush();
            return 0;
        });
    }
}
