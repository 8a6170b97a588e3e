package io.rollouthub.console.live;

import io.rollouthub.console.live.Sighting.StageSeen;
import io.rollouthub.console.live.Sighting.TopicSize;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.ReaderThread;
import io.rollouthub.reader.Stage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka every two seconds how it is and how far the hub is, on a thread of its own. */
final class Observer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private final Connection hub;
    private final Consumer<Sighting> sink;
    private final BooleanSupplier needsTick;
    private final ReaderThread thread = new ReaderThread("console-observer", this::run);
    private Sighting last = Sighting.NONE;

    /** @param needsTick whether the clock has to be looked for */
    Observer(Connection hub, Consumer<Sighting> sink, BooleanSupplier needsTick) {
        this.hub = hub;
        this.sink = sink;
        this.needsTick = needsTick;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (Admin admin = KafkaClients.admin(hub.client(), PATIENCE);
                Lag lag = new Lag(admin, hub.client(), hub.registry())) {
            while (!thread.isOver()) {
                last = look(admin, lag);
                sink.accept(last);
                thread.pause(PAUSE);
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private Sighting look(Admin admin, Lag lag) {
        try {
            Set<String> names = KafkaClients.topics(admin);
            int brokers = KafkaCalls.await(
                            "tell its brokers", admin.describeCluster().nodes())
                    .size();
            List<TopicPartition> partitions = Positions.partitions(
                    admin, names.stream().filter(HubTopics::isOfHub).toList());
            Map<TopicPartition, Long> ends = Positions.lastStable(admin, partitions);
            boolean prepared = HubTopics.arePrepared(names);
            HubClock clock = prepared && needsTick.getAsBoolean() ? HubClock.read(hub) : null;
            return new Sighting(
                    null,
                    brokers,
                    prepared ? stages(admin, lag, ends) : List.of(),
                    sizes(ends, Positions.begins(admin, partitions)),
                    clock == null ? null : clock.tick());
        } catch (KafkaException | RolloutException e) {
            LOG.debug("Kafka, or the registry, did not tell all", e);
            return last.without(Reach.kafka(hub)); // slow, or unwilling to tell us this, is not gone
        }
    }

    private static List<StageSeen> stages(Admin admin, Lag lag, Map<TopicPartition, Long> ends) {
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    Map<TopicPartition, Long> inputs = stage.inputs(ends);
                    return new StageSeen(
                            stage.title(),
                            stage.group(),
                            stage.members(admin),
                            lag.total(stage, inputs),
                            inputs.size());
                })
                .toList();
    }

    private static List<TopicSize> sizes(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> begins) {
        Map<String, TopicSize> sizes = new TreeMap<>();
        ends.forEach((partition, end) -> sizes.merge(
                partition.topic(),
                new TopicSize(partition.topic(), 1, end - begins.getOrDefault(partition, 0L)),
                (one, other) -> new TopicSize(
                        one.topic(), one.partitions() + other.partitions(), one.records() + other.records())));
        return List.copyOf(sizes.values());
    }

    @Override
    public void close() {
        thread.close();
    }
}
