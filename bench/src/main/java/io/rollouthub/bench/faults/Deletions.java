package io.rollouthub.bench.faults;

import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics that are deleted, however busy Kafka is, or while something else is away that it needs for it. */
final class Deletions {
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<String, Object> client;
    private final Duration patience;
    private final Set<String> open = new HashSet<>();

    /** @param patience how long it may take until Kafka has deleted one */
    Deletions(Map<String, Object> client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** Asks Kafka for it; what it does not do shortly is asked for again at the end. */
    void begin(String topic) {
        if (!isDone(topic)) {
            open.add(topic);
        }
    }

    /** Waits until it is done. */
    void end(String topic) {
        long end = System.nanoTime() + patience.toNanos();
        while (open.contains(topic)) {
            if (isDone(topic)) {
                open.remove(topic);
            } else if (System.nanoTime() - end > 0) {
                throw new CampaignException(
                        "Kafka did not delete " + topic + " within " + patience.toSeconds() + " s.");
            } else {
                KafkaCalls.waitUntil(System.nanoTime() + LOOK_NANOS);
            }
        }
    }

    private boolean isDone(String topic) {
        try (Admin admin = KafkaClients.admin(client, SHORTLY)) {
            KafkaCalls.await(
                    "delete " + topic, admin.deleteTopics(List.of(topic)).all());
            return true;
        } catch (KafkaCallException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException;
        }
    }
}
