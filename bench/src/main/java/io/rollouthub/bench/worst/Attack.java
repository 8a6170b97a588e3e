package io.rollouthub.bench.worst;

import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** A supplier that writes the worst reports as fast as Kafka takes them, or at a pace, until it is ended. */
public final class Attack implements AutoCloseable {
    private static final int LINGER = 20;
    private static final String CLIENT = "attack";
    private static final double KILOBYTE = 1024;

    /**
     * How fast it may go.
     *
     * @param perSecond reports a second; 0: as many as Kafka takes
     * @param quota what Kafka lets it write, in KB a second; 0: no bound
     */
    public record Pace(int perSecond, int quota) {}

    private final AtomicLong taken = new AtomicLong();
    private final WorstReports reports;
    private final Turn turn;
    private final Thread thread;
    private volatile boolean ended;

    public Attack(Turn turn, WorstReports reports, Pace pace) {
        this.turn = turn;
        this.reports = reports;
        KafkaCalls.await(
                "bound what the attacker writes",
                turn.ground()
                        .admin()
                        .alterClientQuotas(List.of(new ClientQuotaAlteration(
                                new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, CLIENT)),
                                List.of(new ClientQuotaAlteration.Op(
                                        "producer_byte_rate", pace.quota() == 0 ? null : pace.quota() * KILOBYTE)))))
                        .all());
        thread = new Thread(() -> run(pace.perSecond()), "attack");
        thread.start();
    }

    private void run(int perSecond) {
        AvroWriter writer = new AvroWriter(turn.registry());
        try (Producer<String, byte[]> producer = Lot.producer(client(), LINGER)) {
            long begin = System.nanoTime();
            for (long sent = 0; !ended; sent++) {
                if (perSecond > 0) {
                    KafkaCalls.waitUntil(begin + sent * TimeUnit.SECONDS.toNanos(1) / perSecond);
                }
                SpecificRecord event = reports.next();
                ReportedEvent report = ReportedEvent.of(event);
                String topic = SupplierTopics.in(report.supplier());
                byte[] value = writer.write(
                        SupplierTopics.subject(topic, event.getSchema().getFullName()), event);
                producer.send(new ProducerRecord<>(topic, report.cluster(), value), (place, failure) -> {
                    if (failure == null) {
                        taken.incrementAndGet();
                    }
                });
            }
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(turn.ground().client());
        client.put("client.id", CLIENT);
        return client;
    }

    /** How many Kafka has taken. */
    public long taken() {
        return taken.get();
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
