package io.rollouthub.reader;

import io.rollouthub.reader.AlertSinks.AlertSink;
import io.rollouthub.topic.ConnectTopics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which alerts have not reached a receiver yet, by where its connector's group is: a connector commits up to where all has
 * been delivered, or need not be. One that has never committed is where its settings let it begin. For one thread.
 */
public final class Undelivered implements AutoCloseable {
    private final Admin admin;
    private final PartitionLook look;
    private final AlertSinks sinks;

    /** @param admin stays its owner's to close */
    public Undelivered(Admin admin, Map<String, Object> client) {
        this.admin = admin;
        look = new PartitionLook(client);
        sinks = new AlertSinks(admin, client);
    }

    /**
     * Since when the oldest of them waits, by connector; nothing: none does. Of workers that keep their configurations
     * elsewhere only those connectors are known that have committed.
     */
    public Map<String, Optional<Instant>> oldest() {
        Map<String, Optional<Instant>> oldest = new TreeMap<>();
        Set<String> known = new HashSet<>();
        Set<String> existing = KafkaClients.topics(admin);
        for (AlertSink sink : sinks.now(existing)) {
            known.add(sink.group());
            oldest.put(sink.name(), oldest(sink, existing));
        }
        KafkaCalls.await(
                        "list groups",
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(ConnectTopics.SINK_GROUPS) && known.add(group))
                .forEach(group -> {
                    Map<TopicPartition, Long> at = committed(group);
                    if (!at.isEmpty()) {
                        oldest.put(group.substring(ConnectTopics.SINK_GROUPS.length()), oldest(at));
                    }
                });
        return oldest;
    }

    private Optional<Instant> oldest(AlertSink sink, Set<String> existing) {
        Map<TopicPartition, Long> committed = committed(sink.group());
        committed.keySet().removeIf(partition -> !sink.topics().contains(partition.topic()));
        List<TopicPartition> never = new ArrayList<>(Positions.partitions(
                admin, sink.topics().stream().filter(existing::contains).toList()));
        never.removeAll(committed.keySet());
        // What was there before it was given to tell anything has not waited for it.
        Optional<Instant> sinceItIsThere = oldest(begins(sink, never))
                .map(since -> since.isBefore(sink.configuredAt()) ? sink.configuredAt() : since);
        return Stream.concat(oldest(committed).stream(), sinceItIsThere.stream())
                .min(Instant::compareTo);
    }

    private Map<TopicPartition, Long> begins(AlertSink sink, List<TopicPartition> partitions) {
        if (!sink.fromNowOn()) {
            return Positions.begins(admin, partitions);
        }
        Map<TopicPartition, Long> begins = Positions.since(admin, partitions, sink.configuredAt());
        begins.values().removeIf(offset -> offset < 0); // nothing has come since
        return begins;
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> at = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one :
                Stage.committed(admin, group).entrySet()) {
            if (one.getValue() != null
                    && AlertSinks.TOPICS.contains(one.getKey().topic())) {
                at.put(one.getKey(), one.getValue().offset());
            }
        }
        return at;
    }

    private Optional<Instant> oldest(Map<TopicPartition, Long> at) {
        if (at.isEmpty()) {
            return Optional.empty();
        }
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
