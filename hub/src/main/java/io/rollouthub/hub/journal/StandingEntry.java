package io.rollouthub.hub.journal;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.PassedOver;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry at which the ledger stands in a partition of the journal: the first that cannot be applied. As the ledger
 * follows from the journal alone, that is found out by applying it once more.
 */
public record StandingEntry(Connection hub, int partition) {

    /**
     * The decision to leave out the entry at an offset, which nobody has taken yet.
     *
     * @param read is told how many records have been read by now
     * @throws RolloutException if the ledger does not stand there
     */
    public PassedOver decide(long offset, LongConsumer read) {
        String place = Topics.JOURNAL.name() + " " + partition + ":" + offset;
        requireNotApplied(place, offset);
        PassedOver found = find(read);
        if (found == null) {
            throw new RolloutException(
                    "The ledger does not stand at " + place + ": all entries of partition " + partition
                            + " can be applied.",
                    "'rollout doctor' says what is wrong.");
        }
        if (found.getOffset() != offset) {
            throw new RolloutException(
                    "The ledger does not stand at " + place + ", but at " + Topics.JOURNAL.name() + " " + partition
                            + ":" + found.getOffset() + ": " + found.getWhy() + ".",
                    "An entry can be passed over only where the ledger stands.");
        }
        return found;
    }

    private void requireNotApplied(String place, long offset) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            OffsetAndMetadata committed = Stage.committed(admin, Stage.LEDGER.group())
                    .get(new TopicPartition(Topics.JOURNAL.name(), partition));
            if (committed != null && committed.offset() > offset) {
                throw new RolloutException(
                        "The ledger has applied the entry at " + place + ".",
                        "An entry can be passed over only where the ledger stands.");
            }
        }
    }

    private @Nullable PassedOver find(LongConsumer read) {
        EntryReader entries = LeftOutEntries.reader(hub, skipped -> {});
        Rerun ledger = new Rerun(Tables.inMemory(), new ReadModel());
        AtomicReference<@Nullable PassedOver> found = new AtomicReference<>();
        long[] records = {0};
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                read.accept(++records[0]);
                if (record.partition() == partition && found.get() == null) {
                    found.set(apply(record, entries, ledger));
                }
            });
        }
        return found.get();
    }

    /** Null: it can be applied, or is no entry. */
    private @Nullable PassedOver apply(ConsumerRecord<String, byte[]> record, EntryReader entries, Rerun ledger) {
        try {
            JournalEntry entry = entries.read(record);
            if (entry != null) {
                ledger.apply(entry);
            }
            return null;
        } catch (RuntimeException e) {
            return new PassedOver(
                    partition,
                    record.offset(),
                    PassedOverEntries.digest(record.value()),
                    e instanceof RolloutException known ? known.what() : e.toString(),
                    Instant.now());
        }
    }
}
