package io.rollouthub.reader.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
 */
public record JournalExport(Connection hub) {
    private static final Duration POLL = Duration.ofMillis(100);

    /** Hands over all that is committed when it is called; how many entries that is. */
    public long read(Consumer<JournalEntry> sink) {
        List<Partition> partitions = new ArrayList<>();
        try {
            ends().forEach((partition, end) -> partitions.add(new Partition(partition, end)));
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

    private Map<TopicPartition, Long> ends() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            return Positions.ends(admin, Positions.partitions(admin, List.of(Topics.JOURNAL.name())));
        }
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

    /**
     * All partitions stand before the same tick or programme. Where one has ended and others go on, as the ends of a hub that
     * runs are not looked at in one instant, it is over: that one may have events before the next tick.
     */
    private static @Nullable JournalEntry passSection(List<Partition> partitions) {
        if (partitions.stream().anyMatch(partition -> partition.peek() == null)) {
            return null;
        }
        JournalEntry division = null;
        for (Partition partition : partitions) {
            JournalEntry entry = partition.read.remove();
            if (division != null && !division.equals(entry)) {
                throw new IllegalStateException("the journal's partitions do not agree on its ticks: " + division
                        + " in one is " + entry + " in another");
            }
            division = entry;
        }
        return division;
    }

    /** One partition of the journal, entry by entry, from its beginning to an end. */
    private final class Partition {
        private final HubRecord.Decoder decoder = new HubRecord.Decoder(hub.registry());
        private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer =
                KafkaClients.consumer(hub.client());
        private final TopicPartition partition;
        private final long end;
        private final Queue<JournalEntry> read = new ArrayDeque<>();

        /** @param end the offset behind the last entry */
        Partition(TopicPartition partition, long end) {
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
                        read.add((JournalEntry)
                                Objects.requireNonNull(decoder.read(record).value()));
                    }
                }
            }
            return read.peek();
        }
    }
}
