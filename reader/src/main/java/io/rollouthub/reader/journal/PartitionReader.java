package io.rollouthub.reader.journal;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.KafkaClients;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition of the journal, entry by entry, from its beginning to an end. For one thread. */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final HubRecord.Decoder decoder;
    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Queue<JournalEntry> read = new ArrayDeque<>();

    /**
     * @param end the offset behind the last entry
     */
    PartitionReader(Connection hub, TopicPartition partition, long end) {
        this.partition = partition;
        this.end = end;
        decoder = new HubRecord.Decoder(hub.registry());
        consumer = KafkaClients.consumer(hub.client());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** The next entry, which stays the next; null at the end. */
    @Nullable
    JournalEntry peek() {
        while (read.isEmpty() && consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    read.add((JournalEntry)
                            Objects.requireNonNull(decoder.read(record).value()));
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
