package io.rollouthub.hub.journal;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.journal.JournalExport;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.VerdictMarks;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes an exported journal into a hub that has none, in transactions of a few seconds: a broker that grants longer ones to
 * one grants them to all, and what is held in one holds whoever reads. Until its last entry is there the journal is marked, and
 * no hub starts on it.
 *
 * @param settings by which topics are created that are missing
 */
public record JournalImport(Connection hub, HubSettings settings) {

    private static final int TRANSACTION_MS = 60_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    /**
     * Writes the file's entries; how many.
     *
     * @param written is told how many are on their way by now
     * @throws RolloutException if the file is no exported journal, which is seen at its first wrong line, or the hub is not
     *     empty, or runs
     */
    public long run(Path file, LongConsumer written) {
        JournalFile journal = new JournalFile(file);
        Programme last = journal.programme();
        LedgerReset.requireStopped(hub, "Stop it first ('rollout up' or 'rollout streams'), and import again.");
        Provisioning provisioning = new Provisioning(settings, hub.registry());
        if (JournalNow.read(hub.client(), hub.registry()).importing()) {
            provisioning.deleteTopics(List.of(Topics.JOURNAL.name(), Topics.JOURNAL_SHAPE.name())); // it was cut short
        }
        requireEmpty(); // before anything of this hub is touched
        provisioning.apply(last);
        provisioning.keepImporting(true);
        long count = write(journal, written);
        takeForTold();
        provisioning.keepImporting(false);
        return count;
    }

    private void requireEmpty() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (!KafkaClients.topics(admin).contains(Topics.JOURNAL.name())) {
                return;
            }
        }
        long there = new JournalExport(hub, skipped -> {}).read(entry -> {});
        if (there > 0) {
            throw new RolloutException(
                    "The hub is not empty: its journal holds " + there + " entries.",
                    "Import into a new data folder, or a Kafka that no hub has run on.");
        }
    }

    /** The records that imported reports came from were another hub's to tell of. */
    private void takeForTold() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            Map<Integer, Long> ends = new TreeMap<>();
            Positions.lastStable(admin, Positions.partitions(admin, List.of(Topics.JOURNAL.name())))
                    .forEach((partition, end) -> ends.put(partition.partition(), end));
            new VerdictMarks(hub.client(), hub.registry()).writeImported(ends);
        }
    }

    private long write(JournalFile file, LongConsumer written) {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("transactional.id", OwnNames.IMPORT_TRANSACTION),
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
                long[] begun = {System.nanoTime()};
                file.forEach((entry, line) -> {
                    if (System.nanoTime() - begun[0] > LONGEST_NANOS) {
                        producer.commitTransaction();
                        producer.beginTransaction();
                        begun[0] = System.nanoTime();
                    }
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
