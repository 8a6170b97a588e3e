package io.rollouthub.runtime;

import io.rollouthub.reader.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/** The changelog of a store of the ledger's that has one value in each partition. */
final class OneValueChangelog {
    private OneValueChangelog() {}

    /** The values as they are now, by partition; the topic is there. */
    static <V> Map<Integer, V> read(Map<String, Object> client, String topic, Deserializer<V> values) {
        Map<Integer, V> kept = new HashMap<>();
        try (TopicReader reader = new TopicReader(client, List.of(topic))) {
            reader.readToEnd(record -> {
                if (record.value() == null) {
                    kept.remove(record.partition());
                } else {
                    kept.put(record.partition(), values.deserialize(topic, record.value()));
                }
            });
        }
        return kept;
    }
}
