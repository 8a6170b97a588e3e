package io.rollouthub.console.live;

import io.rollouthub.console.live.Sighting.Stage;
import io.rollouthub.console.live.Sighting.TopicSize;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Groups;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.ReaderThread;
import io.rollouthub.reader.TopicEnds;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka every two seconds how it is and how far the hub is, on a thread of its own. */
final class Observer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Predicate<String> IN = SupplierTopics.ALL_IN.asMatchPredicate();

    private static final Set<String> OWN = Stream.concat(
                    Topics.OUTPUTS.stream(), Stream.of(Topics.CONTROL, Topics.CLOCK, Topics.PROGRAMME, Topics.JOURNAL))
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Connection hub;
    private final Consumer<Sighting> sink;
    private final Predicate<Sighting> needsTick;
    private final ReaderThread thread = new ReaderThread("console-observer", this::run);
    private Sighting last = Sighting.NONE;

    /**
     * @param sink takes each sighting
     * @param needsTick whether the clock has to be looked for in the journal
     */
    Observer(Connection hub, Consumer<Sighting> sink, Predicate<Sighting> needsTick) {
        this.hub = hub;
        this.sink = sink;
        this.needsTick = needsTick;
    }

    void start() {
        thread.start();
    }

    private void run() {
        Map<String, Object> client = new HashMap<>(hub.client());
        client.put("request.timeout.ms", "3000");
        client.put("default.api.timeout.ms", "4000");
        try (Admin admin = Admin.create(client)) {
            while (!thread.isOver()) {
                last = look(admin);
                sink.accept(last);
                thread.pause(PAUSE);
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private Sighting look(Admin admin) {
        try {
            Set<String> names =
                    KafkaCalls.await("list topics", admin.listTopics().names());
            int brokers = KafkaCalls.await(
                            "tell its brokers", admin.describeCluster().nodes())
                    .size();
            TopicEnds ends =
                    TopicEnds.of(admin, names.stream().filter(Observer::isOfHub).toList());
            boolean prepared = names.contains(Topics.JOURNAL.name());
            return new Sighting(
                    null,
                    brokers,
                    prepared ? stages(admin, ends) : List.of(),
                    sizes(ends),
                    names,
                    prepared && needsTick.test(last) ? tick() : null);
        } catch (KafkaException | KafkaCallException e) {
            LOG.debug("Kafka did not tell all", e);
            return last.without(Reach.kafka(hub)); // slow, or unwilling to tell us this, is not gone
        }
    }

    private static boolean isOfHub(String topic) {
        return OWN.contains(topic) || IN.test(topic) || SupplierTopics.isRejected(topic);
    }

    private static List<Stage> stages(Admin admin, TopicEnds ends) {
        return List.of(
                stage(admin, "gate", Applications.GATE, ends.only(IN.or(Topics.CONTROL.name()::equals))),
                stage(admin, "ledger", Applications.LEDGER, ends.only(Topics.JOURNAL.name()::equals)));
    }

    private static Stage stage(Admin admin, String name, String group, TopicEnds inputs) {
        return new Stage(
                name, group, Groups.members(admin, group), Groups.totalLag(admin, group, inputs), inputs.partitions());
    }

    private static List<TopicSize> sizes(TopicEnds ends) {
        Map<String, TopicSize> sizes = new TreeMap<>();
        ends.forEach((partition, begin, end) -> sizes.merge(
                partition.topic(),
                new TopicSize(partition.topic(), 1, end - begin),
                (one, other) -> new TopicSize(
                        one.topic(), one.partitions() + other.partitions(), one.records() + other.records())));
        return List.copyOf(sizes.values());
    }

    private @Nullable Instant tick() {
        HubClock clock = HubClock.read(hub);
        return clock == null ? null : clock.tick();
    }

    @Override
    public void close() {
        thread.close();
    }
}
