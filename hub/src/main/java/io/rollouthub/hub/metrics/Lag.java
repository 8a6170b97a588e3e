package io.rollouthub.hub.metrics;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.KafkaCalls;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far gate and ledger are behind what is there, by committed offsets.
 *
 * @param journal by supplier, those that are none of the programme's together
 * @param ledger by partition of the journal
 */
record Lag(Map<List<String>, Double> journal, Map<List<String>, Double> ledger) {

    /** Asks Kafka. */
    static Lag read(Admin admin, Programme programme) {
        Set<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).collect(Collectors.toSet());
        Map<List<String>, Double> journal = new HashMap<>();
        behind(admin, HubSettings.GATE, supplierTopics(admin))
                .forEach((partition, lag) -> journal.merge(
                        List.of(labelOf(SupplierTopics.supplierOf(partition.topic()), suppliers)), lag, Double::sum));
        Map<List<String>, Double> ledger = new HashMap<>();
        behind(admin, HubSettings.LEDGER, List.of(Topics.JOURNAL.name()))
                .forEach((partition, lag) -> ledger.put(List.of(Integer.toString(partition.partition())), lag));
        return new Lag(journal, ledger);
    }

    private static String labelOf(String supplier, Set<String> suppliers) {
        return suppliers.contains(supplier) ? supplier : InstanceMeters.UNKNOWN;
    }

    private static List<String> supplierTopics(Admin admin) {
        return KafkaCalls.await("list topics", admin.listTopics().names()).stream()
                .filter(SupplierTopics.ALL_IN.asMatchPredicate())
                .toList();
    }

    private static Map<TopicPartition, Double> behind(Admin admin, String group, Collection<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> committed = KafkaCalls.await(
                "tell how far " + group + " is",
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> latest =
                KafkaCalls.await("describe topics", admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(Lag::partitions)
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Double> behind = new HashMap<>();
        KafkaCalls.await(
                        "tell the ends of topics",
                        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .forEach((partition, end) ->
                        behind.put(partition, Math.max(0.0, end.offset() - offset(committed.get(partition)))));
        return behind;
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
