package io.rollouthub.connect.told;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the hub's topics on from where a consumer is, which takes a while at most. */
final class ReadOn {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReadOn() {}

    /**
     * Hands over what a consumer reads until it is at these offsets, or past them.
     *
     * @throws TimeoutException if it does not get there in time
     */
    static void to(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            Consumer<ConsumerRecord<String, byte[]>> take) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException(
                        ends.keySet() + " cannot be read to the end within " + PATIENCE.toSeconds() + " s");
            }
            consumer.poll(POLL).forEach(take);
        }
    }
}
