package io.rollouthub.topology;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes whatever record the ledger publishes. */
final class OutputSerializer implements Serializer<Output> {
    private final ThreadLocal<AvroWriter> writer; // Kafka Streams shares a sink's serializer among its threads

    OutputSerializer(SchemaRegistry registry) {
        this.writer = ThreadLocal.withInitial(() -> new AvroWriter(registry));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Output output) {
        return output.value() == null ? null : writer.get().write(output.subject(), output.value());
    }
}
