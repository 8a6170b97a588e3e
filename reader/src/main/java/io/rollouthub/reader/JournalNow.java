package io.rollouthub.reader;

import io.rollouthub.journal.JournalShape;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the journal is, and how many partitions it had when it was first seen. With another number its entries are not where
 * they were looked for before: a cluster's order, and all that is kept by partition, is lost.
 *
 * @param partitions 0: there is no journal
 * @param kept null: nobody has seen it yet
 * @param importing whether an import writes it, or was cut short
 * @param truncated partitions whose first entries are gone, with the offset of the first that is left
 */
public record JournalNow(
        int partitions, @Nullable Integer kept, boolean importing, SortedMap<Integer, Long> truncated) {

    public static JournalNow read(Map<String, Object> client, SchemaRegistry registry) {
        try (Admin admin = KafkaClients.admin(client)) {
            return read(admin, client, registry);
        }
    }

    public static JournalNow read(Admin admin, Map<String, Object> client, SchemaRegistry registry) {
        Set<String> topics = KafkaClients.topics(admin);
        Collection<TopicPartition> partitions = topics.contains(Topics.JOURNAL.name())
                ? Positions.partitions(admin, List.of(Topics.JOURNAL.name()))
                : List.of();
        SortedMap<Integer, Long> truncated = new TreeMap<>();
        Positions.begins(admin, partitions).forEach((partition, begin) -> {
            if (begin > 0) {
                truncated.put(partition.partition(), begin);
            }
        });
        JournalShape shape = topics.contains(Topics.JOURNAL_SHAPE.name())
                ? LatestValues.of(Topics.JOURNAL_SHAPE, client, registry).get(Topics.SHAPE_KEY)
                : null;
        return new JournalNow(
                partitions.size(),
                shape == null ? null : shape.getPartitions(),
                shape != null && shape.getImporting(),
                truncated);
    }
}
