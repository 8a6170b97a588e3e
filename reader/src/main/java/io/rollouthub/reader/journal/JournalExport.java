package io.rollouthub.reader.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The journal as one sequence, whatever its partitions: each event once, each tick and programme once.
 *
 * <p>Ticks and programmes stand in every partition in one order, so they divide all partitions into the same sections. The
 * events of a section come merged by when they were accepted, those of a partition in their order. Written back in this
 * sequence, each cluster's entries are what they were, in any number of partitions.
 */
public final class JournalExport {
    private final Connection hub;

    public JournalExport(Connection hub) {
        this.hub = hub;
    }

    /** Hands over all that is committed when it is called; how many entries that is. */
    public long read(Consumer<JournalEntry> sink) {
        List<PartitionReader> partitions = new ArrayList<>();
        try {
            ends().forEach((partition, end) -> partitions.add(new PartitionReader(hub, partition, end)));
            long count = 0;
            for (JournalEntry next = next(partitions); next != null; next = next(partitions)) {
                sink.accept(next);
                count++;
            }
            return count;
        } finally {
            partitions.forEach(PartitionReader::close);
        }
    }

    private Map<TopicPartition, Long> ends() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            return Positions.ends(admin, Positions.partitions(admin, List.of(Topics.JOURNAL.name())));
        }
    }

    private static @Nullable JournalEntry next(List<PartitionReader> partitions) {
        PartitionReader first = null;
        JournalEntry earliest = null;
        for (PartitionReader partition : partitions) {
            JournalEntry entry = partition.peek();
            if (entry != null
                    && isEvent(entry)
                    && (earliest == null || entry.getAcceptedAt().isBefore(earliest.getAcceptedAt()))) {
                first = partition;
                earliest = entry;
            }
        }
        if (first != null) {
            first.pass();
            return earliest;
        }
        return passSection(partitions);
    }

    /**
     * All partitions stand before the same tick or programme. Where one has ended and others go on, as the ends of a hub that
     * runs are not looked at in one instant, it is over: that one may have events before the next tick.
     */
    private static @Nullable JournalEntry passSection(List<PartitionReader> partitions) {
        if (partitions.stream().anyMatch(partition -> partition.peek() == null)) {
            return null;
        }
        JournalEntry division = null;
        for (PartitionReader partition : partitions) {
            JournalEntry entry = partition.peek();
            if (entry != null) {
                if (division != null && !division.equals(entry)) {
                    throw new IllegalStateException("the journal's partitions do not agree on its ticks: " + division
                            + " in one is " + entry + " in another");
                }
                division = entry;
                partition.pass();
            }
        }
        return division;
    }

    public static boolean isEvent(JournalEntry entry) {
        return Entry.of(entry).report() != null;
    }
}
