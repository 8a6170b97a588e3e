package io.rollouthub.reader;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

/** Reads topics of the hub's own of which the last value of each key counts. */
public final class LatestValues {
    private LatestValues() {}

    /** The same of a topic that a hub of before may not have: then none. */
    public static <V extends SpecificRecord> Map<String, V> ifThere(
            Topic<V> topic, Map<String, Object> client, SchemaRegistry registry) {
        try (Admin admin = KafkaClients.admin(client)) {
            if (!KafkaClients.topics(admin).contains(topic.name())) {
                return Map.of();
            }
        }
        return of(topic, client, registry);
    }

    /** The values of a topic that exists, by key. */
    public static <V extends SpecificRecord> Map<String, V> of(
            Topic<V> topic, Map<String, Object> client, SchemaRegistry registry) {
        Map<String, V> values = new HashMap<>();
        HubRecord.Decoder decoder = new HubRecord.Decoder(registry);
        try (TopicReader reader = new TopicReader(client, List.of(topic.name()))) {
            reader.readToEnd(record -> {
                V value = topic.type().cast(decoder.read(record).value());
                if (value == null) {
                    values.remove(record.key());
                } else {
                    values.put(record.key(), value);
                }
            });
        }
        return values;
    }
}
