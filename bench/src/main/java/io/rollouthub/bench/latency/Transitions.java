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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** A reader of committed transitions, who knows when the reports were sent that they follow from. */
final class Transitions implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Expected> sent = new ConcurrentHashMap<>();
    private final Listener listener;
    private final Consumer<String, byte[]> consumer;
    private final Thread reading;

    /** Is told of each that comes and is expected, on the reader's thread. */
    @FunctionalInterface
    interface Listener {
        /** @param sentNanos when the report was to be sent, by the clock of {@link System#nanoTime} */
        void onTransition(MilestoneKey milestone, long sentNanos);
    }

    private record Expected(MilestoneKey milestone, long sentNanos) {}

    Transitions(Turn turn, Listener listener) {
        this.listener = listener;
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
        sent.put(
                new AlertId(milestone.cluster(), AlertKind.MILESTONE_MISSED, milestone.milestone()).toString(),
                new Expected(milestone, nanos));
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
        Expected expected = sent.remove(transition.key());
        if (expected != null) {
            listener.onTransition(expected.milestone(), expected.sentNanos());
        }
    }

    /** How many have not come. */
    int missing() {
        return sent.size();
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
