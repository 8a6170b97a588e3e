package io.rollouthub.reader;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
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

/**
 * A hub's clock.
 *
 * @param tick the last one in the journal: time is over up to it
 * @param age of that tick, by this machine's clock
 */
public record HubClock(Instant tick, Duration age) {
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.JOURNAL.name(), 0);
    private static final long FIRST_STEP = 100;

    /** Reads it; null if it has never ticked. */
    public static @Nullable HubClock read(Connection hub) {
        Instant tick = lastTick(hub.client(), hub.registry());
        return tick == null ? null : new HubClock(tick, Duration.between(tick, Instant.now()));
    }

    /** Whether the next tick should have come long ago, even if it was held for as long as it may be. */
    public boolean standsStill(ClockSettings settings) {
        return age.compareTo(settings.interval().plus(settings.maxHold()).plus(ON_ITS_WAY)) > 0;
    }

    /** The age for people, such as {@code 3 h 20 min}. */
    public String ageInWords() {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " days";
    }

    /** Found from the journal's end backwards: a tick is in every partition, so one tells. */
    private static @Nullable Instant lastTick(Map<String, Object> client, SchemaRegistry registry) {
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
                if (record.offset() < end && Entry.of(record.value()).isTick()) {
                    tick = record.value().getAcceptedAt();
                }
            }
        }
        return tick;
    }
}
