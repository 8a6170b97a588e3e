package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The time of the broker's clock, the one that stamps the suppliers' records: a pulse on a topic comes back with it. So a
 * tick is never ahead of Kafka, whatever this machine's clock says.
 */
final class BrokerTime implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PULSE = "pulse";

    private final Admin admin;
    private final ClockOffset offset = ClockOffset.ofThisJvm();
    private final Producer<String, byte[]> pulses;

    /**
     * An instant, and the ends of the suppliers' topics, read after it, that the gate is to be past; asked for by this
     * machine's timer then.
     */
    record Told(Instant at, Map<TopicPartition, Long> ends, long since) {}

    /** @param admin stays its owner's to close */
    BrokerTime(HubSettings hub, Admin admin) {
        this.admin = admin;
        pulses = KafkaClients.producer(
                hub.clientProperties(),
                Map.of(
                        "max.block.ms",
                        "1000", // it must not hold the stream thread
                        "request.timeout.ms",
                        Long.toString(PATIENCE.toMillis() - 1),
                        "delivery.timeout.ms",
                        Long.toString(PATIENCE.toMillis()),
                        "linger.ms",
                        "0"));
    }

    /** Asks for it, by this machine's timer now. */
    CompletableFuture<Told> ask(long now) {
        CompletableFuture<Instant> pulse = new CompletableFuture<>();
        pulses.send(new ProducerRecord<>(Topics.CLOCK.name(), 0, PULSE, null), (metadata, error) -> {
            if (error == null) {
                pulse.complete(Instant.ofEpochMilli(metadata.timestamp()).plus(offset.now()));
            } else {
                pulse.completeExceptionally(error);
            }
        });
        return pulse.thenCompose(at -> ends().thenApply(ends -> new Told(at, ends, now)));
    }

    /** Where the gate's topics end now. */
    private CompletionStage<Map<TopicPartition, Long>> ends() {
        return KafkaClients.topicsSoon(admin)
                .thenCompose(names -> admin.describeTopics(Stage.GATE.inputs(names))
                        .allTopicNames()
                        .toCompletionStage())
                .thenCompose(topics -> Positions.highWatermarksSoon(admin, Positions.partitions(topics.values())));
    }

    @Override
    public void close() {
        pulses.close(Duration.ofSeconds(1));
    }
}
