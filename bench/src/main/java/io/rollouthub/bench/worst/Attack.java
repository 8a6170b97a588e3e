package io.rollouthub.bench.worst;

import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A supplier that writes the worst reports as fast as Kafka takes them, or at a pace, until it is ended. */
public final class Attack implements AutoCloseable {
    private static final int LINGER = 20;

    private final AtomicLong taken = new AtomicLong();
    private final WorstReports reports;
    private final Turn turn;
    private final Thread thread;
    private volatile boolean ended;

    /** @param perSecond 0: as fast as it goes */
    public Attack(Turn turn, WorstReports reports, int perSecond) {
        this.turn = turn;
        this.reports = reports;
        thread = new Thread(() -> run(perSecond), "attack");
        thread.start();
    }

    private void run(int perSecond) {
        AvroWriter writer = new AvroWriter(turn.registry());
        try (Producer<String, byte[]> producer = Lot.producer(turn.ground().client(), LINGER)) {
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
