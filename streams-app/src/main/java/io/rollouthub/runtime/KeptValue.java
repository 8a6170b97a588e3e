package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** One value of a topic of the hub's own with one partition, written by itself. */
public record KeptValue<V extends SpecificRecord>(Topic<V> topic, String key, V value) {

    /** Writes it; it is there when this returns. */
    public void write(Map<String, Object> client, SchemaRegistry registry) {
        writeAll(topic, Map.of(key, value), client, registry);
    }

    /** Writes several by their keys; they are there when this returns. */
    static <V extends SpecificRecord> void writeAll(
            Topic<V> topic, Map<String, V> values, Map<String, Object> client, SchemaRegistry registry) {
        AvroWriter writer = new AvroWriter(registry);
        try (Producer<String, byte[]> producer = KafkaClients.producer(client, Map.of())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            values.forEach((key, value) -> sent.add(
                    producer.send(new ProducerRecord<>(topic.name(), 0, key, writer.write(topic.subject(), value)))));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("topic " + topic.name() + " takes nothing: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to topic " + topic.name(), e);
        }
    }
}
