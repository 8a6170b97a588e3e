package io.rollouthub.bench.faults;

import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.OriginKey;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Suppliers that report at a pace until it is ended, and where Kafka says that each record stands. */
final class ReportStream implements AutoCloseable {
    private static final Duration NOT_LONG = Duration.ofSeconds(6);

    private final Map<OriginKey, Boolean> taken = new ConcurrentHashMap<>();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final DrawnReports reports;
    private final AvroWriter writer;
    private final Producer<String, byte[]> producer;
    private final Thread thread;
    private final Supplier<Producer<String, byte[]>> another;
    private volatile boolean ended;

    ReportStream(Map<String, Object> client, SchemaRegistry registry, DrawnReports reports, Pace pace) {
        this.reports = reports;
        writer = new AvroWriter(registry);
        Map<String, Object> own = new HashMap<>();
        own.put("acks", "all");
        own.put("linger.ms", "5");
        own.put("compression.type", pace.compression());
        own.put("max.request.size", "8388608");
        own.put("max.block.ms", Long.toString(pace.patience().toMillis()));
        own.put("delivery.timeout.ms", Long.toString(pace.patience().toMillis()));
        own.put(
                "request.timeout.ms",
                Long.toString(Math.min(5_000, pace.patience().toMillis() / 2)));
        producer = KafkaClients.producer(client, own);
        Map<String, Object> impatient = new HashMap<>(own);
        impatient.put("max.block.ms", Long.toString(NOT_LONG.toMillis()));
        impatient.put("delivery.timeout.ms", Long.toString(NOT_LONG.toMillis()));
        another = () -> KafkaClients.producer(client, impatient);
        thread = new Thread(() -> run(pace.perSecond()), "reporting");
        thread.setDaemon(true);
    }

    /**
     * How they report.
     *
     * @param compression of what they send, as their client calls it
     * @param patience how long Kafka may take for a record before it is given up as not published
     */
    record Pace(int perSecond, String compression, Duration patience) {}

    void begin() {
        thread.start();
    }

    private void run(int perSecond) {
        long distance = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long next = System.nanoTime(); !ended; next += distance) {
            KafkaCalls.waitUntil(next);
            next = Math.max(
                    next, System.nanoTime() - TimeUnit.SECONDS.toNanos(1)); // what was missed is not caught up with
            publish(reports.next());
        }
    }

    /** Sends a report. */
    void publish(Publication report) {
        String topic = SupplierTopics.in(report.supplier());
        send(producer, new ProducerRecord<>(topic, report.cluster(), encoded(topic, report.event())), report.passes());
    }

    private synchronized byte[] encoded(String topic, SpecificRecord event) {
        return writer.write(SupplierTopics.subject(topic, event.getSchema().getFullName()), event);
    }

    /**
     * Sends what nobody should, each record in a batch of its own: Kafka's client splits a batch that is refused for its size, and
     * for ever, where one of its records is too large by itself and well compressed.
     */
    void sendAlone(List<ProducerRecord<String, byte[]>> records) {
        try (Producer<String, byte[]> alone = another.get()) {
            for (ProducerRecord<String, byte[]> record : records) {
                send(alone, record, false);
                alone.flush();
            }
        }
    }

    private void send(Producer<String, byte[]> by, ProducerRecord<String, byte[]> record, boolean passes) {
        open.incrementAndGet();
        try {
            by.send(record, (place, failure) -> {
                if (failure == null) {
                    taken.put(new OriginKey(place.topic(), place.partition(), place.offset()), passes);
                } else {
                    refused.incrementAndGet();
                }
                open.decrementAndGet();
            });
        } catch (KafkaException | IllegalStateException e) { // the latter: it has been closed meanwhile
            refused.incrementAndGet();
            open.decrementAndGet();
        }
    }

    /** Where all records stand that Kafka has taken, and whether the gate lets each pass. */
    Map<OriginKey, Boolean> taken() {
        return taken;
    }

    /** How many Kafka has not taken. */
    long refused() {
        return refused.get();
    }

    /** Ends it, and waits until Kafka has answered for all. */
    void end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.flush();
        KafkaCalls.awaitSeen("answer for all reports", () -> open.get() == 0);
    }

    @Override
    public void close() {
        ended = true;
        producer.close(Duration.ZERO);
    }
}
