package io.rollouthub.hub.health;

import io.rollouthub.hub.health.Vitals.Seen;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Looks at a hub from outside, for a command that is about to end. */
public final class OutsideLook {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private OutsideLook() {}

    /** What one look tells: not what takes a minute to be known. */
    public static List<Check> once(Connection hub, HubSettings settings) {
        List<Check> checks = new ArrayList<>();
        try (Admin admin = KafkaClients.admin(hub.client());
                Vitals vitals = new Vitals(hub)) {
            Programme programme = HubReader.programme(hub.client(), hub.registry());
            checks.add(InstanceChecks.promises(new Provisioning(settings, hub.registry())
                    .topicChanges(admin, programme)
                    .broken(settings.weaker())));
            String missing = programme == null ? null : HubStreams.missingTopics(programme, KafkaClients.topics(admin));
            checks.add(InstanceChecks.suppliers(missing == null ? List.of() : List.of(missing)));
            checks.addAll(HubChecks.of(vitals.look(clocks(hub), HubClock.read(hub)), settings.clock()));
            checks.addAll(rejected(hub));
        }
        return checks;
    }

    /** Looks until something has stood still for as long as it may, or nothing does. */
    public static List<Check> patiently(Connection hub, ClockSettings settings) {
        try (Vitals vitals = new Vitals(hub)) {
            long begin = System.nanoTime();
            Seen seen = vitals.look(clocks(hub), HubClock.read(hub));
            boolean mayStand = hasToDo(seen);
            while (mayStand) {
                KafkaCalls.waitUntil(System.nanoTime() + PAUSE.toNanos());
                seen = vitals.look(clocks(hub), HubClock.read(hub));
                Duration looked = Duration.ofNanos(System.nanoTime() - begin);
                Duration stands = longest(seen);
                mayStand = stands.compareTo(HubChecks.STILL) <= 0
                        && stands.plus(PAUSE).compareTo(looked) > 0
                        && !Thread.currentThread().isInterrupted();
            }
            List<Check> checks = new ArrayList<>(HubChecks.of(seen, settings));
            checks.addAll(rejected(hub));
            return checks;
        }
    }

    /** Nothing of a hub of before, which leaves nothing. */
    private static List<Check> rejected(Connection hub) {
        return topics(hub).contains(Topics.PARKED.name())
                ? List.of(HubChecks.rejected(
                        LatestValues.of(Topics.PARKED, hub.client(), hub.registry())
                                .values(),
                        Instant.now()))
                : List.of();
    }

    private static Set<String> topics(Connection hub) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            return KafkaClients.topics(admin);
        }
    }

    private static boolean hasToDo(Seen seen) {
        return seen.overdue().what() != null
                || Stream.of(Stage.values())
                        .flatMap(stage -> seen.left(stage).values().stream())
                        .anyMatch(left -> left > 0);
    }

    private static Duration longest(Seen seen) {
        return Stream.concat(Stream.of(Stage.values()).map(seen::still), Stream.of(seen.late()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static ClusterClocks clocks(Connection hub) {
        ClusterClocks clocks = new ClusterClocks();
        HubRecord.Decoder decoder = new HubRecord.Decoder(hub.registry());
        Set<String> there = topics(hub);
        List<String> topics = ClusterClocks.TOPICS.stream()
                .map(Topic::name)
                .filter(there::contains)
                .toList();
        try (TopicReader reader = new TopicReader(hub.client(), topics)) {
            reader.readToEnd(record -> clocks.take(decoder.read(record)));
        }
        return clocks;
    }
}
