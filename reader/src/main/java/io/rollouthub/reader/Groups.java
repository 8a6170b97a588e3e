package io.rollouthub.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who reads in a consumer group: the applications of the hub have one each. */
public final class Groups {
    private Groups() {}

    /**
     * How many members a group has now; 0 if there is no such group.
     *
     * @throws KafkaCallException if Kafka does not tell
     */
    public static int members(Admin admin, String group) {
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

    /**
     * How many records a group has yet to take in, by partition; all of them if there is no such group.
     *
     * @param inputs where the topics that it reads end
     * @throws KafkaCallException if Kafka does not tell
     */
    public static Map<TopicPartition, Long> lag(Admin admin, String group, TopicEnds inputs) {
        Map<TopicPartition, OffsetAndMetadata> committed = KafkaCalls.await(
                "tell how far " + group + " is",
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> lag = new HashMap<>();
        inputs.forEach((partition, begin, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            lag.put(partition, Math.max(0, end - (at == null ? 0 : at.offset())));
        });
        return lag;
    }

    /** The same of all partitions together. */
    public static long totalLag(Admin admin, String group, TopicEnds inputs) {
        return lag(admin, group, inputs).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
