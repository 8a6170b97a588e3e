package io.rollouthub.reader;

import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The programme in force, read from its topic. */
public final class PublishedProgramme {
    private PublishedProgramme() {}

    /** The programme, or null if none has been published. */
    public static @Nullable Programme read(Map<String, Object> client, SchemaRegistry registry) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(Topics.PROGRAMME.name(), 0);
        try (KafkaConsumer<String, Programme> consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), AvroSerde.deserializer(Topics.PROGRAMME, registry))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Long end = consumer.endOffsets(List.of(partition)).get(partition);
            Programme latest = null;
            while (end != null && consumer.position(partition) < end) {
                for (ConsumerRecord<String, Programme> record : consumer.poll(Duration.ofMillis(100))) {
                    latest = record.value();
                }
            }
            return latest;
        }
    }
}
