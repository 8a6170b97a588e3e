package io.rollouthub.reader;

import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** One of the hub's two applications: what it reads, who runs it, and what it has read; {@link Lag} tells what is left. */
public enum Stage {
    /** Judges what suppliers publish, and passes on the programme. */
    GATE(
            HubGroups.GATE,
            topic -> SupplierTopics.ALL_IN.matcher(topic).matches() || topic.equals(Topics.CONTROL.name())),
    /** Applies the journal. */
    LEDGER(HubGroups.LEDGER, Topics.JOURNAL.name()::equals);

    private final String group;
    private final Predicate<String> reads;

    Stage(String group, Predicate<String> reads) {
        this.group = group;
        this.reads = reads;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its application id, which is the name of its consumer group too. */
    public String group() {
        return group;
    }

    public List<String> inputs(Collection<String> topics) {
        return topics.stream().filter(reads).toList();
    }

    public Map<TopicPartition, Long> inputs(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> inputs = new HashMap<>(ends);
        inputs.keySet().removeIf(partition -> !reads.test(partition.topic()));
        return inputs;
    }

    /** How many threads of instances run it now; 0 if nobody ever did. */
    public int members(Admin admin) {
        try {
            return KafkaCalls.await(
                            "describe group " + group,
                            Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                                    .describedGroups()
                                    .get(group)))
                    .members()
                    .size();
        } catch (KafkaCallException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    public static boolean isAnyRun(Admin admin) {
        return GATE.members(admin) + LEDGER.members(admin) > 0;
    }

    /** How many records it has yet to read before the ends of what it reads; all of them if it has never run. */
    Map<TopicPartition, Long> unread(Admin admin, Map<TopicPartition, Long> ends) {
        return left(committed(admin, group), ends);
    }

    /** Where it has not read all that was there, which is all that the gate has to do, for one who must not wait. */
    public CompletionStage<Set<TopicPartition>> behindSoon(Admin admin, Map<TopicPartition, Long> ends) {
        return committedSoon(admin, group).toCompletionStage().thenApply(committed -> {
            Map<TopicPartition, Long> left = left(committed, ends);
            left.values().removeIf(records -> records == 0);
            return left.keySet();
        });
    }

    /** Whether it has read what was there, for one who may wait. The ledger may have figures of what it has read yet to tell. */
    public boolean hasRead(Admin admin, Map<TopicPartition, Long> ends) {
        return isNothing(left(committed(admin, group), ends));
    }

    private static boolean isNothing(Map<TopicPartition, Long> left) {
        return left.values().stream().allMatch(lag -> lag == 0);
    }

    /** How far any group of Kafka's is in the partitions of which it has committed a position. */
    public static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
        return KafkaCalls.await("tell how far " + group + " is", committedSoon(admin, group));
    }

    private static KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> committedSoon(Admin admin, String group) {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
    }

    /** The partitions of which it has taken in something. */
    public Set<TopicPartition> begun(Admin admin) {
        return committed(admin, group).entrySet().stream()
                .filter(at -> at.getValue() != null && at.getValue().offset() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> left(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> left = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            left.put(partition, Math.max(0, end - (at == null ? 0 : at.offset())));
        });
        return left;
    }
}
