package io.rollouthub.hub.cli;

import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.journal.StandingEntry;
import io.rollouthub.journal.PassedOver;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.runtime.KeptValue;
import io.rollouthub.runtime.NotPreparedException;
import io.rollouthub.topic.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has an entry of the journal left out at which the ledger stands. */
@Command(
        name = "pass-over",
        description = {
            "Leave out the entry of the journal at which the ledger stands, for good: in the ledger, in each replay, in"
                    + " 'status --as-of', 'explain' and 'journal export'.",
            "Only where nothing else helps: what the entry says is lost to all figures and alerts."
        },
        footer = "  rollout admin pass-over --data d 3 17")
final class PassOverCommand extends HubCommand {
    @Parameters(index = "0", paramLabel = "PARTITION", description = "The journal's partition.")
    private int partition;

    @Parameters(index = "1", paramLabel = "OFFSET", description = "Where the ledger stands there, as it says.")
    private long offset;

    @Option(names = "--dry-run", description = "Only tell what would be left out, and why.")
    private boolean dryRun;

    @Override
    int run() {
        try (OpenedHub opened = hub.open();
                ProgressLine progress = new ProgressLine(err())) {
            Connection at = opened.connection();
            requireTopic(at);
            PassedOver decision =
                    new StandingEntry(at, partition).decide(offset, read -> progress.count(read, "records read"));
            progress.clear();
            String place = Topics.JOURNAL.name() + " " + partition + ":" + offset;
            if (dryRun) {
                say(place + " would be left out: " + decision.getWhy());
                return 0;
            }
            audit(at).of("admin pass-over", List.of(place + ": " + decision.getWhy()));
            new KeptValue<>(Topics.PASSED_OVER, PassedOverEntries.key(partition, offset), decision)
                    .write(at.client(), at.registry());
            say(place + " is left out from now on: " + decision.getWhy(), "Start the hub again; it goes on behind it.");
            return 0;
        }
    }

    /** @throws RolloutException if the hub is one of before */
    private static void requireTopic(Connection hub) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (!KafkaClients.topics(admin).contains(Topics.PASSED_OVER.name())) {
                throw new NotPreparedException("there is no topic " + Topics.PASSED_OVER.name());
            }
        }
    }
}
