package io.rollouthub.hub.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.journal.JournalExport;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.JournalRoute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

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
        Programme last = check(file);
        LedgerReset.requireStopped(hub, "Stop it first ('rollout up' or 'rollout streams'), and import again.");
        requireEmpty(); // before anything of this hub is touched
        new Provisioning(settings, hub.registry()).apply(last);
        return write(file, written);
    }

    /** Reads it all once, so that a mistake on the last line is found before the first is written. */
    private static Programme check(Path file) {
        AtomicReference<@Nullable Programme> last = new AtomicReference<>();
        forEach(file, (entry, line) -> {
            if (entry.programme() != null) {
                last.set(entry.programme());
            } else if (last.get() == null) {
                throw new RolloutException(
                        file + ":" + line + ": the first line must be a Programme",
                        "'rollout journal export' writes such files.");
            }
        });
        Programme programme = last.get();
        if (programme == null) {
            throw new RolloutException(file + " is empty", "'rollout journal export' writes such files.");
        }
        return programme;
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

    private long write(Path file, LongConsumer written) {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("transactional.id", TRANSACTION),
                Map.entry("transaction.timeout.ms", TRANSACTION_MS),
                Map.entry("max.request.size", 2 * 1024 * 1024),
                Map.entry("batch.size", 131_072),
                Map.entry("linger.ms", 5));
        AvroWriter writer = new AvroWriter(hub.registry());
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), properties)) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                int partitions = producer.partitionsFor(Topics.JOURNAL.name()).size();
                long[] count = {0};
                forEach(file, (entry, line) -> {
                    JournalEntry record = entry.toRecord();
                    send(producer, partitions, record, writer.write(Topics.JOURNAL.subject(), record));
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

    /** As the gate writes. */
    private static void send(Producer<String, byte[]> producer, int partitions, JournalEntry entry, byte[] value) {
        String key = JournalRoute.keyOf(entry);
        long timestamp = JournalRoute.timestampOf(entry);
        JournalRoute.partitions(entry, partitions)
                .orElseGet(() -> Collections.singleton(null)) // left to the key
                .forEach(partition ->
                        producer.send(new ProducerRecord<>(Topics.JOURNAL.name(), partition, timestamp, key, value)));
    }

    private static void forEach(Path file, ObjLongConsumer<Entry> sink) {
        try (Stream<ReplayLine> lines = ReplayLines.read(file, JournalImport::refuse)) {
            lines.forEach(line -> sink.accept(entry(file, line), line.lineNumber()));
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }

    private static void refuse(LineError line) {
        throw new RolloutException(line.message(), "Mend the line, or export the journal anew.");
    }

    private static Entry entry(Path file, ReplayLine line) {
        if (line instanceof ReplayLine.TickLine tick) {
            return new Entry.TickEntry(tick.acceptedAt());
        }
        if (line instanceof ReplayLine.ProgrammeLine programme) {
            return new Entry.ProgrammeEntry(programme.programme(), programme.acceptedAt());
        }
        ReplayLine.ReportLine report = (ReplayLine.ReportLine) line;
        ReplayLine.Place place = report.place();
        if (place == null || report.topic() == null || report.acceptedAt() == null) {
            throw new RolloutException(
                    file + ":" + line.lineNumber() + ": topic, partition, offset and acceptedAt are needed",
                    "'rollout journal export' writes them.");
        }
        Origin origin = new Origin(SupplierTopics.in(report.topic()), place.partition(), place.offset());
        return new Entry.ReportEntry(report.report(), report.acceptedAt(), origin);
    }
}
