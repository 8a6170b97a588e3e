package io.rollouthub.hub.doctor;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The last tick of a journal, found from its end backwards: a tick is in every partition, so one tells. */
final class LastTick {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.JOURNAL.name(), 0);
    private static final long FIRST_STEP = 100;

    private LastTick() {}

    /** Its instant, or null if there is none. */
    static @Nullable Instant read(Map<String, Object> client, SchemaRegistry registry) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, JournalEntry> consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), AvroSerde.deserializer(Topics.JOURNAL, registry))) {
            consumer.assign(List.of(PARTITION));
            long begin = Objects.requireNonNull(
                    consumer.beginningOffsets(List.of(PARTITION)).get(PARTITION));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
            for (long step = FIRST_STEP; end > begin; step *= 10) {
                long from = Math.max(begin, end - step);
                Instant tick = lastOf(consumer, from, end);
                if (tick != null) {
                    return tick;
                }
                end = from;
            }
            return null;
        }
    }

    private static @Nullable Instant lastOf(KafkaConsumer<String, JournalEntry> consumer, long from, long end) {
        consumer.seek(PARTITION, from);
        Instant tick = null;
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<String, JournalEntry> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.offset() < end && record.value().getEntry() instanceof Tick) {
                    tick = record.value().getAcceptedAt();
                }
            }
        }
        return tick;
    }
}
