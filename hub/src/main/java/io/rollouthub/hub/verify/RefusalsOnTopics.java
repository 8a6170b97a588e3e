package io.rollouthub.hub.verify;

import io.rollouthub.entry.EntryReader;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what was refused from the rejected topics, which all partitions of the journal share, and holds it against what follows
 * from each.
 *
 * @param read is told of each record that is read
 */
record RefusalsOnTopics(Connection hub, LongConsumer read) {
    /**
     * Adds what differs.
     *
     * @param expected by partition of the journal, what follows from its entries before a position, in their order
     * @param positions these positions; of a partition without one nothing is looked at
     */
    void compare(Map<Integer, List<Rejected>> expected, Map<Integer, Long> positions, Differences found) {
        RefusalDifferences differences = new RefusalDifferences(found);
        try (Admin admin = KafkaClients.admin(hub.client())) {
            List<String> topics = HubTopics.rejected(KafkaClients.topics(admin));
            takeIn(topics, differences, found);
            Set<String> cut = Positions.begins(admin, Positions.partitions(admin, topics)).entrySet().stream()
                    .filter(begin -> begin.getValue() > 0)
                    .map(begin -> begin.getKey().topic())
                    .collect(Collectors.toSet());
            expected.values().forEach(ofPartition -> differences.compare(ofPartition, cut::contains));
            differences.compareRest(differences.isAnyLeft() ? notLookedAt(admin, positions) : Set.of());
        }
    }

    private void takeIn(List<String> topics, RefusalDifferences differences, Differences found) {
        RejectedRecord.Decoder decoder = new RejectedRecord.Decoder(hub.registry());
        try (TopicReader reader = new TopicReader(hub.client(), topics)) {
            reader.readToEnd(record -> {
                read.accept(1);
                try {
                    differences.published(decoder.read(record).what());
                } catch (IllegalArgumentException e) {
                    found.refusals().row();
                    found.refusals().add(place(record), "is none of the hub's: " + e.getMessage());
                }
            });
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return new OriginKey(record.topic(), record.partition(), record.offset()).toString();
    }

    /** The reports of which something may have been refused meanwhile, by a hub that goes on. */
    private Set<RefusalDifferences.Refused> notLookedAt(Admin admin, Map<Integer, Long> positions) {
        Set<RefusalDifferences.Refused> reports = new HashSet<>();
        EntryReader entries = LeftOutEntries.reader(hub, skipped -> {});
        List<TopicPartition> journal = Positions.partitions(admin, List.of(Topics.JOURNAL.name()));
        try (TopicReader reader = TopicReader.of(hub.client(), journal)) {
            journal.forEach(partition -> reader.seek(partition, positions.getOrDefault(partition.partition(), 0L)));
            reader.readToEnd(record -> {
                read.accept(1);
                JournalEntry entry = entries.read(record);
                if (entry != null && entry.getOrigin() != null) {
                    reports.add(new RefusalDifferences.Refused(entry.getOrigin(), entry.getAcceptedAt()));
                }
            });
        }
        return reports;
    }
}
