package io.rollouthub.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks at a few committed records of partitions: the last of a kind, the first behind a place. For one thread. */
public final class PartitionLook implements AutoCloseable {
    private static final long FIRST_STEP = 100;
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;

    /** @param client properties of any client of the hub's Kafka */
    public PartitionLook(Map<String, Object> client) {
        consumer = KafkaClients.consumer(client);
    }

    /**
     * What is found in the last record of each partition in which something is found; it goes from the end backwards.
     *
     * @param partitions which exist
     * @param find null: nothing
     */
    public <T> Map<TopicPartition, T> last(
            Collection<TopicPartition> partitions, Function<ConsumerRecord<String, byte[]>, @Nullable T> find) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        // Last stable offsets: it reads what is committed.
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, T> found = new HashMap<>();
        for (long step = FIRST_STEP; !ends.isEmpty(); step *= 10) {
            Map<TopicPartition, Long> from = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                from.put(end.getKey(), Math.max(at(begins, end.getKey()), end.getValue() - step));
            }
            read(from, ends, record -> {
                T one = find.apply(record);
                if (one != null) {
                    found.put(partition(record), one);
                }
                return false;
            });
            ends = from;
            ends.entrySet()
                    .removeIf(end -> found.containsKey(end.getKey()) || end.getValue() <= at(begins, end.getKey()));
        }
        return found;
    }

    /** The first record of each partition at or behind a place and before an end that Kafka has decided on. */
    Map<TopicPartition, ConsumerRecord<String, byte[]>> first(
            Map<TopicPartition, Long> places, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(places.keySet());
        Map<TopicPartition, Long> from = new HashMap<>(places);
        from.replaceAll((partition, place) -> Math.max(place, at(begins, partition)));
        Map<TopicPartition, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        read(from, ends, record -> {
            found.put(partition(record), record);
            return true;
        });
        return found;
    }

    /** Hands over what is between places and ends until there is enough of each partition. */
    private void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<String, byte[]>> isEnough) {
        Set<TopicPartition> left = new HashSet<>(from.keySet());
        consumer.assign(left);
        from.forEach(consumer::seek);
        long over = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        left.removeIf(partition -> consumer.position(partition) >= at(ends, partition));
        while (!left.isEmpty()) {
            consumer.assign(left); // the others are not read on
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = partition(record);
                if (record.offset() < at(ends, partition) && left.contains(partition) && isEnough.test(record)) {
                    left.remove(partition);
                }
            }
            left.removeIf(partition -> consumer.position(partition) >= at(ends, partition));
            if (System.nanoTime() - over > 0) {
                throw KafkaCallException.late("show the ends of topics", PATIENCE_SECONDS);
            }
        }
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The offset of a partition that has one. */
    static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    @Override
    public void close() {
        consumer.close(CLOSING);
    }
}
