package io.rollouthub.bench.latency;

import io.rollouthub.bench.ground.Turn;
import io.rollouthub.output.AlertKind;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** A reader of committed transitions, who knows when the reports were sent that they follow from. */
final class Transitions implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Histogram microseconds = new Histogram(3);
    private final Consumer<String, byte[]> consumer;
    private final Thread reading;

    Transitions(Turn turn) {
        List<TopicPartition> partitions =
                Positions.partitions(turn.ground().admin(), List.of(Topics.ALERT_TRANSITIONS.name()));
        consumer = KafkaClients.consumer(turn.ground().client());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // where that is, is found out here
        reading = new Thread(this::read, "read-transitions");
        reading.start();
    }

    /** The one that opens when this milestone is missed, whose report is being sent at this time. */
    void expect(MilestoneKey milestone, long nanos) {
        sent.put(new AlertId(milestone.cluster(), AlertKind.MILESTONE_MISSED, milestone.milestone()).toString(), nanos);
    }

    private void read() {
        try {
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void take(ConsumerRecord<String, byte[]> transition) {
        Long since = sent.remove(transition.key());
        if (since != null) {
            microseconds.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since));
        }
    }

    /** How many have not come. */
    int missing() {
        return sent.size();
    }

    /** How long they took, once the reader is closed. */
    Histogram microseconds() {
        return microseconds;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
