package io.rollouthub.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads committed records of some topics from their beginning, in order per partition. For one thread. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Admin admin;
    private final Set<TopicPartition> partitions = new HashSet<>();

    /** Reads topics, which exist, with these properties of a Kafka client. */
    public TopicReader(Map<String, Object> client, Collection<String> topics) {
        this(client, KafkaClients.admin(client));
        add(topics);
    }

    /** Reads some partitions, which exist, of topics. */
    public static TopicReader of(Map<String, Object> client, Collection<TopicPartition> partitions) {
        TopicReader reader = new TopicReader(client, KafkaClients.admin(client));
        reader.begin(partitions);
        return reader;
    }

    /** Reads nothing yet. */
    TopicReader(Map<String, Object> client, Admin admin) {
        this.admin = admin;
        consumer = KafkaClients.consumer(client);
    }

    Admin admin() {
        return admin;
    }

    /** Reads further topics, which exist and are not read yet, from their beginning. */
    public void add(Collection<String> topics) {
        begin(Positions.partitions(admin, topics));
    }

    /** Reads further partitions, too, from their beginning. */
    void begin(Collection<TopicPartition> more) {
        partitions.addAll(more);
        consumer.assign(partitions);
        consumer.seekToBeginning(more);
    }

    /** Reads further partitions, too, and passes over all that is there. */
    void skip(Collection<TopicPartition> more) {
        partitions.addAll(more);
        consumer.assign(partitions);
        consumer.seekToEnd(more);
        more.forEach(consumer::position); // where that is, is found out here
    }

    /** Goes on at one place of a partition that is read, or as near as there is anything. */
    public void seek(TopicPartition partition, long offset) {
        Map<TopicPartition, Long> ends = Positions.lastStable(admin, List.of(partition));
        Map<TopicPartition, Long> begins = Positions.begins(admin, List.of(partition));
        consumer.seek(
                partition,
                Math.max(begins.getOrDefault(partition, 0L), Math.min(ends.getOrDefault(partition, 0L), offset)));
    }

    /** The record at one place, of which nothing before or behind is read; null if there is none. */
    public @Nullable ConsumerRecord<String, byte[]> at(TopicPartition partition, long offset) {
        if (!partitions.contains(partition)
                || offset < Positions.begins(admin, partitions).getOrDefault(partition, 0L)
                || offset >= Positions.lastStable(admin, partitions).getOrDefault(partition, 0L)) {
            return null;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        readUntil(() -> consumer.position(partition) > offset, read::add);
        return read.stream()
                .filter(record -> record.offset() == offset)
                .findFirst()
                .orElse(null);
    }

    /** Hands over all that is there when it is called, results of open transactions included once they are committed. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> sink) {
        readUntil(isAtEnd(), sink);
    }

    /** Hands over all that stands before these ends, which are those of all partitions that are read. */
    public void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> sink) {
        readUntil(isAt(ends), record -> {
            Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
            if (end != null && record.offset() < end) {
                sink.accept(record);
            }
        });
    }

    /** Whether all that is there now has been read. */
    BooleanSupplier isAtEnd() {
        return isAt(Positions.highWatermarks(admin, partitions));
    }

    private BooleanSupplier isAt(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        return () -> {
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            return left.isEmpty();
        };
    }

    /** Hands over what comes until a condition, looked at between polls, is true. */
    public void readUntil(BooleanSupplier done, Consumer<ConsumerRecord<String, byte[]>> sink) {
        readBatchesUntil(done, batch -> batch.forEach(sink));
    }

    /** As {@link #readUntil}, for one who takes in what came together at once; never nothing. */
    void readBatchesUntil(BooleanSupplier done, Consumer<Iterable<ConsumerRecord<String, byte[]>>> sink) {
        while (!done.getAsBoolean()) {
            ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                sink.accept(batch);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(CLOSING); // it may be asking a Kafka that is away
    }
}
