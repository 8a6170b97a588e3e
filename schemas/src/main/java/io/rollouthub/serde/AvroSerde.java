package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** The values of a topic of the hub's own, null a tombstone; for each thread apart, as Kafka Streams shares serdes. */
public final class AvroSerde {
    private AvroSerde() {}

    public static <V extends SpecificRecord> Serde<V> of(Topic<V> topic, SchemaRegistry registry) {
        return Serdes.serdeFrom(serializer(topic, registry), deserializer(topic, registry));
    }

    public static <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic, SchemaRegistry registry) {
        ThreadLocal<AvroWriter> writer = ThreadLocal.withInitial(() -> new AvroWriter(registry));
        return (name, value) -> value == null ? null : writer.get().write(topic.subject(), value);
    }

    public static <V extends SpecificRecord> Deserializer<V> deserializer(Topic<V> topic, SchemaRegistry registry) {
        ThreadLocal<AvroReader> reader =
                ThreadLocal.withInitial(() -> new AvroReader(registry, List.of(topic.schema())));
        return (name, bytes) ->
                bytes == null ? null : topic.type().cast(reader.get().read(bytes));
    }
}
