package io.rollouthub.reader;

import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which alerts have not reached a receiver yet, by where its connector's group is: a connector commits up to where all has
 * been delivered, or need not be. For one thread.
 */
public final class Undelivered implements AutoCloseable {
    private static final String GROUPS = "connect-";
    private static final Set<String> TOPICS = Set.of(Topics.ALERT_TRANSITIONS.name(), Topics.ALERTS.name());

    private final Admin admin;
    private final PartitionLook look;

    /** @param admin stays its owner's to close */
    public Undelivered(Admin admin, Map<String, Object> client) {
        this.admin = admin;
        look = new PartitionLook(client);
    }

    /** Since when the oldest of them waits, by connector; nothing: none does. A connector that has not begun is not among them. */
    public Map<String, Optional<Instant>> oldest() {
        Map<String, Optional<Instant>> oldest = new TreeMap<>();
        KafkaCalls.await(
                        "list groups",
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(GROUPS))
                .forEach(group -> {
                    Map<TopicPartition, Long> at = committed(group);
                    if (!at.isEmpty()) {
                        oldest.put(group.substring(GROUPS.length()), oldest(at));
                    }
                });
        return oldest;
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> at = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one :
                Stage.committed(admin, group).entrySet()) {
            if (one.getValue() != null && TOPICS.contains(one.getKey().topic())) {
                at.put(one.getKey(), one.getValue().offset());
            }
        }
        return at;
    }

    private Optional<Instant> oldest(Map<TopicPartition, Long> at) {
        Map<TopicPartition, Long> ends = Positions.lastStable(admin, at.keySet());
        Map<TopicPartition, Long> left = new HashMap<>(at);
        left.entrySet().removeIf(one -> PartitionLook.at(ends, one.getKey()) <= one.getValue());
        Collection<ConsumerRecord<String, byte[]>> waiting =
                left.isEmpty() ? List.of() : look.first(left, ends).values();
        return waiting.stream()
                .map(record -> Instant.ofEpochMilli(record.timestamp()))
                .min(Instant::compareTo);
    }

    @Override
    public void close() {
        look.close();
    }
}
