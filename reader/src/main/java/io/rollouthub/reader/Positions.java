package io.rollouthub.reader;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions began and ended when Kafka was asked. There are two ends, and whoever asks chooses one by its name: they
 * differ while a transaction is open.
 */
public final class Positions {
    private Positions() {}

    /** The partitions of topics; a {@link KafkaCallException} tells of one that is not there. */
    public static List<TopicPartition> partitions(Admin admin, Collection<String> topics) {
        return partitions(describe(admin, topics));
    }

    static Collection<TopicDescription> describe(Admin admin, Collection<String> topics) {
        return KafkaCalls.await("describe topics", admin.describeTopics(topics).allTopicNames())
                .values();
    }

    public static List<TopicPartition> partitions(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    public static Map<TopicPartition, Long> begins(Admin admin, Collection<TopicPartition> partitions) {
        return await(ask(admin, partitions, OffsetSpec.earliest(), IsolationLevel.READ_COMMITTED));
    }

    /** The first record of each that Kafka has of an instant or later; below zero: there is none. */
    static Map<TopicPartition, Long> since(Admin admin, Collection<TopicPartition> partitions, Instant at) {
        return new HashMap<>(await(
                ask(admin, partitions, OffsetSpec.forTimestamp(at.toEpochMilli()), IsolationLevel.READ_COMMITTED)));
    }

    /**
     * The last stable offset of each: behind the last record that one can be handed who reads what is committed. It is the end
     * for whoever asks how much there is to do, or whether all has been done: lag, health, exports. An open transaction, which may
     * stay open, is nothing to do yet.
     */
    public static Map<TopicPartition, Long> lastStable(Admin admin, Collection<TopicPartition> partitions) {
        return await(ask(admin, partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED));
    }

    /**
     * The high watermark of each: behind all that was written, what open transactions wrote included. It is the end for whoever
     * must not go on before everything that had been written has been seen: the hold of the clock, which would cry over what
     * was reported in time and is committed a moment later; and a replay, whose own transactions end by themselves.
     */
    public static Map<TopicPartition, Long> highWatermarks(Admin admin, Collection<TopicPartition> partitions) {
        return await(ask(admin, partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED));
    }

    private static Map<TopicPartition, Long> await(KafkaFuture<Map<TopicPartition, Long>> answer) {
        return KafkaCalls.await("tell the ends of topics", answer);
    }

    /** The same for one who must not wait. */
    public static CompletionStage<Map<TopicPartition, Long>> highWatermarksSoon(
            Admin admin, Collection<TopicPartition> partitions) {
        return ask(admin, partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)
                .toCompletionStage();
    }

    private static KafkaFuture<Map<TopicPartition, Long>> ask(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> spec));
        return admin.listOffsets(question, new ListOffsetsOptions(isolation))
                .all()
                .thenApply(answer -> answer.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> end.getValue().offset())));
    }
}
