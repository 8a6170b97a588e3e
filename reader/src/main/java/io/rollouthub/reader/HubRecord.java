package io.rollouthub.reader;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of one of the hub's own topics, its value of the topic's type; null: the key has ceased to exist. */
public record HubRecord(
        Topic<?> topic, int partition, String key, @Nullable SpecificRecord value) {

    /** Decodes them. For one thread. */
    public static final class Decoder {
        private final SchemaRegistry registry;
        private final Map<Topic<?>, AvroReader> readers = new HashMap<>();

        public Decoder(SchemaRegistry registry) {
            this.registry = registry;
        }

        /**
         * @throws io.rollouthub.serde.UndecodableException if its bytes are none of its topic's type
         * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer
         */
        public HubRecord read(ConsumerRecord<String, byte[]> record) {
            Topic<?> topic = HubTopics.own(record.topic());
            return new HubRecord(
                    topic,
                    record.partition(),
                    record.key(),
                    record.value() == null
                            ? null
                            : readers.computeIfAbsent(topic, of -> new AvroReader(registry, List.of(of.schema())))
                                    .read(record.value()));
        }
    }
}
