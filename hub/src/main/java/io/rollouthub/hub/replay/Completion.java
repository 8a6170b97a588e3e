package io.rollouthub.hub.replay;

import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Knows by committed offsets whether gate and ledger have done all there is to do; never by quiet time. */
final class Completion implements AutoCloseable {
    private final Admin admin;
    private final int journalPartitions;

    Completion(HubSettings settings) {
        admin = Admin.create(settings.clientProperties());
        journalPartitions = settings.layout().partitions();
    }

    /** How much the gate has yet to judge on these topics and the control topic. */
    long leftForGate(Collection<String> supplierTopics) {
        Map<TopicPartition, OffsetSpec> inputs = supplierTopics.stream()
                .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> OffsetSpec.latest()));
        inputs.put(new TopicPartition(Topics.CONTROL.name(), 0), OffsetSpec.latest());
        return left(Applications.GATE, inputs);
    }

    /** How much of the journal as it is now the ledger has yet to apply. */
    long leftForLedger() {
        return left(
                Applications.LEDGER,
                IntStream.range(0, journalPartitions)
                        .boxed()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(Topics.JOURNAL.name(), partition),
                                partition -> OffsetSpec.latest())));
    }

    private long left(String group, Map<TopicPartition, OffsetSpec> inputs) {
        Map<TopicPartition, OffsetAndMetadata> committed = KafkaCalls.await(
                "tell how far " + group + " is",
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return KafkaCalls.await(
                        "tell the ends of topics", admin.listOffsets(inputs).all())
                .entrySet()
                .stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - offset(committed.get(end.getKey()))))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}
