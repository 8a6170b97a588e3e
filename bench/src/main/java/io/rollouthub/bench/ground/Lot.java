package io.rollouthub.bench.ground;

import io.rollouthub.bench.mix.Sent;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Reports as the records that suppliers write, encoded before anything is measured. */
public record Lot(List<ProducerRecord<String, byte[]>> records) {
    static Lot of(List<Sent> reports, SchemaRegistry registry) {
        AvroWriter writer = new AvroWriter(registry);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Sent sent : reports) {
            String topic = SupplierTopics.in(sent.supplier());
            String subject =
                    SupplierTopics.subject(topic, sent.event().getSchema().getFullName());
            records.add(new ProducerRecord<>(topic, sent.cluster(), writer.write(subject, sent.event())));
        }
        return new Lot(List.copyOf(records));
    }

    public int size() {
        return records.size();
    }

    /** A supplier's producer, for any number of records. */
    public static Producer<String, byte[]> producer(Map<String, Object> client, int lingerMs) {
        return KafkaClients.producer(
                client, Map.of("acks", "all", "linger.ms", Integer.toString(lingerMs), "batch.size", "131072"));
    }

    void publish(Map<String, Object> client) {
        try (Producer<String, byte[]> producer = producer(client, 20)) {
            List<Future<RecordMetadata>> answers = new ArrayList<>();
            records.forEach(record -> answers.add(producer.send(record)));
            producer.flush();
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a report could not be published", e);
        }
    }
}
