package io.rollouthub.runtime;

import io.rollouthub.topic.Applications;
import io.rollouthub.topic.SupplierTopics;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the gate is with the suppliers' topics, by its committed offsets; asked without waiting. */
final class GateProgress {
    private final Admin admin;

    GateProgress(Admin admin) {
        this.admin = admin;
    }

    /** Where the suppliers' topics end now. */
    CompletionStage<Map<TopicPartition, Long>> ends() {
        return admin.listTopics()
                .names()
                .toCompletionStage()
                .thenCompose(names -> admin.describeTopics(names.stream()
                                .filter(SupplierTopics.ALL_IN.asMatchPredicate())
                                .toList())
                        .allTopicNames()
                        .toCompletionStage())
                .thenCompose(topics ->
                        admin.listOffsets(latest(topics.values())).all().toCompletionStage())
                .thenApply(ends -> ends.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> end.getValue().offset())));
    }

    private static Map<TopicPartition, OffsetSpec> latest(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    /** Whether the gate has judged everything before these ends. */
    CompletionStage<Boolean> isPast(Map<TopicPartition, Long> ends) {
        return admin.listConsumerGroupOffsets(Applications.GATE)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage()
                .thenApply(committed ->
                        ends.entrySet().stream().allMatch(end -> isPast(committed.get(end.getKey()), end.getValue())));
    }

    private static boolean isPast(@Nullable OffsetAndMetadata committed, long end) {
        return end <= (committed == null ? 0 : committed.offset());
    }
}
