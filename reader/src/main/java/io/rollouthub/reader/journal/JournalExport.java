package io.rollouthub.reader.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.EntryReader.Skipped;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.Positions;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The journal as one sequence, whatever its partitions: each event once, each tick and programme once.
 *
 * <p>Ticks and programmes stand in every partition in one order, so they divide all partitions into the same sections. The
 * events of a section come merged by when they were accepted, those of a partition in their order. Written back in this
 * sequence, each cluster's entries are what they were, in any number of partitions.
 *
 * @param skipped is told of each record that is no entry, or is left out by an operator's decision; it is not in the sequence
 */
public record JournalExport(Connection hub, Consumer<Skipped> skipped) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Hands over all that is committed when it is called; how many entries that is.
     *
     * @throws RolloutException if that is not all that the journal's partitions hold
     */
    public long read(Consumer<JournalEntry> sink) {
        EntryReader entries = LeftOutEntries.reader(hub, skipped);
        List<Partition> partitions = new ArrayList<>();
        try (Admin admin = KafkaClients.admin(hub.client())) {
            List<TopicPartition> all = Positions.partitions(admin, List.of(Topics.JOURNAL.name()));
            requireBeginning(Positions.begins(admin, all));
            Positions.lastStable(admin, all).forEach((partition, end) -> {
                // Ticks and programmes stand in every partition that there was; one without any was added later.
                if (end > 0) {
                    partitions.add(new Partition(entries, admin, partition, end));
                }
            });
            long count = 0;
            for (JournalEntry next = next(partitions); next != null; next = next(partitions)) {
                sink.accept(next);
                count++;
            }
            return count;
        } finally {
            partitions.forEach(partition -> partition.consumer.close());
        }
    }

    private static void requireBeginning(Map<TopicPartition, Long> begins) {
        begins.forEach((partition, begin) -> {
            if (begin > 0) {
                throw new RolloutException(
                        "The journal is not whole: " + partition + " begins at offset " + begin + ".",
                        "Somebody has deleted a part of topic " + Topics.JOURNAL.name()
                                + ". Nothing has been written.");
            }
        });
    }

    private static @Nullable JournalEntry next(List<Partition> partitions) {
        Partition first = null;
        JournalEntry earliest = null;
        for (Partition partition : partitions) {
            JournalEntry entry = partition.peek();
            if (entry != null
                    && Entry.of(entry).report() != null
                    && (earliest == null || entry.getAcceptedAt().isBefore(earliest.getAcceptedAt()))) {
                first = partition;
                earliest = entry;
            }
        }
        return first == null ? passSection(partitions) : first.read.remove();
    }

    /** All partitions stand before the same tick or programme, or have ended. */
    private static @Nullable JournalEntry passSection(List<Partition> partitions) {
        if (partitions.stream().allMatch(partition -> partition.peek() == null)) {
            return null;
        }
        JournalEntry division = null;
        for (Partition partition : partitions) {
            if (partition.lacks) {
                continue;
            }
            JournalEntry entry = partition.next();
            if (division != null && !division.equals(entry)) {
                throw new RolloutException(
                        "The journal's partitions do not agree on its ticks: " + division + " in one is " + entry
                                + " in another.",
                        "Somebody else has written to topic " + Topics.JOURNAL.name() + ", or changed its partitions.");
            }
            division = entry;
        }
        return passAlong(division, partitions);
    }

    /** Where something is left out that may be the tick or programme which the others have, it need not be there. */
    private static @Nullable JournalEntry passAlong(@Nullable JournalEntry known, List<Partition> partitions) {
        JournalEntry division = known;
        List<Partition> lacking = partitions.stream()
                .filter(partition -> partition.lacks && partition.peek() != null)
                .sorted(Comparator.comparing(
                        partition -> Objects.requireNonNull(partition.peek()).getAcceptedAt()))
                .toList();
        for (Partition partition : lacking) {
            division = division == null ? partition.peek() : division;
            if (Objects.equals(division, partition.peek())) {
                partition.read.remove();
            }
        }
        return division;
    }

    /** One partition of the journal, entry by entry, from its beginning to an end. */
    private final class Partition {
        private final EntryReader entries;
        private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer =
                KafkaClients.consumer(hub.client());
        private final Admin admin;
        private final TopicPartition partition;
        private long end;
        private final Queue<JournalEntry> read = new ArrayDeque<>();

        /** Whether something has been left out. */
        private boolean lacks;

        /** @param end the offset behind the last entry */
        Partition(EntryReader entries, Admin admin, TopicPartition partition, long end) {
            this.entries = entries;
            this.admin = admin;
            this.partition = partition;
            this.end = end;
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
        }

        /** The next entry, which stays the next; null at the end. */
        @Nullable
        JournalEntry peek() {
            while (read.isEmpty() && consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end) {
                        JournalEntry entry = entries.read(record);
                        lacks |= entry == null;
                        if (entry != null) {
                            read.add(entry);
                        }
                    }
                }
            }
            return read.peek();
        }

        /**
         * Takes the next entry, a tick or programme. Where others have it, this one has it too or is about to: it is written
         * to all in one transaction, and their ends were not looked at in one instant.
         */
        JournalEntry next() {
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (peek() == null) {
                if (System.nanoTime() - patience > 0) {
                    throw new RolloutException(
                            "The journal is not whole: " + partition + " ends at offset " + end
                                    + ", before a tick or programme that other partitions have.",
                            "Somebody has deleted a part of topic " + Topics.JOURNAL.name()
                                    + ", or changed its partitions. What has been written so far is not all of it.");
                }
                end = Objects.requireNonNull(
                        Positions.lastStable(admin, List.of(partition)).get(partition));
            }
            return read.remove();
        }
    }
}
