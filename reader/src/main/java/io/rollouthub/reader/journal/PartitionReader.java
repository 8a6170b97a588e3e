package io.rollouthub.reader.journal;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** One partition of the journal, entry by entry, from its beginning to an end. For one thread. */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, JournalEntry> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Queue<JournalEntry> read = new ArrayDeque<>();

    /**
     * @param end the offset behind the last entry
     */
    PartitionReader(Connection hub, TopicPartition partition, long end) {
        this.partition = partition;
        this.end = end;
        Map<String, Object> properties = hub.client();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("fetch.max.wait.ms", "50");
        consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), AvroSerde.deserializer(Topics.JOURNAL, hub.registry()));
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** The next entry, which stays the next; null at the end. */
    @Nullable
    JournalEntry peek() {
        while (read.isEmpty() && consumer.position(partition) < end) {
            for (ConsumerRecord<String, JournalEntry> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    read.add(record.value());
                }
            }
        }
        return read.peek();
    }

    /** Goes on behind the next entry. */
    void pass() {
        read.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
