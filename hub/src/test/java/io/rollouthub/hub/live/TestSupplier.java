package io.rollouthub.hub.live;

import io.rollouthub.producer.Report;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes to a supplier's topic without asking the hub for anything, right or wrong, also while Kafka is away. */
final class TestSupplier implements AutoCloseable {
    private final String supplier;
    private final AvroWriter writer;
    private final Producer<String, byte[]> producer;

    TestSupplier(Connection hub, String supplier) {
        this.supplier = supplier;
        this.writer = new AvroWriter(hub.registry());
        producer = KafkaClients.producer(
                hub.client(),
                Map.of(
                        "acks", "all",
                        "linger.ms", "0",
                        "delivery.timeout.ms", "300000",
                        "max.block.ms", "300000",
                        "reconnect.backoff.max.ms", "500"));
    }

    /** Sends it; the future tells where Kafka has put it. */
    Future<RecordMetadata> send(Report report) {
        SpecificRecord event = report.by(supplier);
        byte[] value = writer.write(
                SupplierTopics.subject(
                        SupplierTopics.in(supplier), event.getSchema().getFullName()),
                event);
        return sendRaw(ReportedEvent.of(event).cluster(), value);
    }

    Future<RecordMetadata> sendRaw(String key, byte[] value) {
        return producer.send(new ProducerRecord<>(SupplierTopics.in(supplier), key, value));
    }

    /** Sends it and waits until Kafka has it; the broker's time. */
    Instant deliver(Report report) throws ExecutionException, InterruptedException, TimeoutException {
        return Instant.ofEpochMilli(send(report).get(60, TimeUnit.SECONDS).timestamp());
    }

    @Override
    public void close() {
        producer.close();
    }
}
