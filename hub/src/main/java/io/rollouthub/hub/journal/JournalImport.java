package io.rollouthub.hub.journal;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.journal.JournalExport;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes an exported journal into a hub that has none: all of it in one transaction, or nothing.
 *
 * @param settings by which topics are created that are missing
 */
public record JournalImport(Connection hub, HubSettings settings) {
    private static final String TRANSACTION = "rollout-import";

    /** The longest that a broker grants unless its operator chose otherwise. */
    private static final int TRANSACTION_MS = 15 * 60 * 1_000;

    /**
     * Writes the file's entries; how many.
     *
     * @param written is told how many are on their way by now
     * @throws RolloutException if the file is no exported journal, or the hub is not empty, or runs; then nothing has
     *     been written
     */
    public long run(Path file, LongConsumer written) {
        JournalFile journal = new JournalFile(file);
        Programme last = journal.programme();
        LedgerReset.requireStopped(hub, "Stop it first ('rollout up' or 'rollout streams'), and import again.");
        requireEmpty(); // before anything of this hub is touched
        new Provisioning(settings, hub.registry()).apply(last);
        return write(journal, written);
    }

    private void requireEmpty() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (!KafkaClients.topics(admin).contains(Topics.JOURNAL.name())) {
                return;
            }
        }
        long there = new JournalExport(hub).read(entry -> {});
        if (there > 0) {
            throw new RolloutException(
                    "The hub is not empty: its journal holds " + there + " entries.",
                    "Import into a new data folder, or a Kafka that no hub has run on.");
        }
    }

    private long write(JournalFile file, LongConsumer written) {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("transactional.id", TRANSACTION),
                Map.entry("transaction.timeout.ms", TRANSACTION_MS),
                Map.entry("max.request.size", 2 * 1024 * 1024),
                Map.entry("batch.size", 131_072),
                Map.entry("linger.ms", 5));
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), properties)) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                int partitions = producer.partitionsFor(Topics.JOURNAL.name()).size();
                JournalWriter writer = new JournalWriter(producer, hub.registry(), partitions);
                long[] count = {0};
                file.forEach((entry, line) -> {
                    writer.write(entry, (metadata, error) -> {}); // what fails, fails the transaction
                    written.accept(++count[0]);
                });
                producer.commitTransaction();
                return count[0];
            } catch (RuntimeException e) {
                producer.abortTransaction();
                throw e;
            }
        }
    }
}
