package io.rollouthub.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed records of some topics from their beginning, in order per partition. For one thread. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /**
     * @param client properties of a Kafka client
     * @param topics that exist
     */
    public TopicReader(Map<String, Object> client, Collection<String> topics) {
        admin = Admin.create(client);
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("fetch.max.wait.ms", "50");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        add(topics);
    }

    /**
     * Reads further topics, too, from their beginning.
     *
     * @param topics that exist and are not read yet
     */
    public void add(Collection<String> topics) {
        List<TopicPartition> more =
                KafkaCalls.await("describe topics", admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
        partitions.addAll(more);
        consumer.assign(partitions);
        consumer.seekToBeginning(more);
    }

    /** Passes over all that is there. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // where that is, is found out here
    }

    /** Hands over all that is there when it is called, results of open transactions included once they are committed. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> sink) {
        readBatchesToEnd(batch -> batch.forEach(sink));
    }

    /** As {@link #readToEnd}, for one who takes in what came together at once. */
    public void readBatchesToEnd(Consumer<Iterable<ConsumerRecord<String, byte[]>>> sink) {
        Map<TopicPartition, Long> ends = KafkaCalls.await(
                        "tell the ends of topics",
                        admin.listOffsets(partitions.stream()
                                        .collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.latest())))
                                .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
        readBatchesUntil(
                () -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()),
                sink);
    }

    /** Hands over what comes until a condition, looked at between polls, is true. */
    public void readUntil(BooleanSupplier done, Consumer<ConsumerRecord<String, byte[]>> sink) {
        readBatchesUntil(done, batch -> batch.forEach(sink));
    }

    /** As {@link #readUntil}, for one who takes in what came together at once; never nothing. */
    public void readBatchesUntil(BooleanSupplier done, Consumer<Iterable<ConsumerRecord<String, byte[]>>> sink) {
        while (!done.getAsBoolean()) {
            ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                sink.accept(batch);
            }
        }
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
