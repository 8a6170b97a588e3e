package io.rollouthub.hub.health;

import io.rollouthub.hub.health.Standstill.Standing;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks, each time it is asked to, what Kafka tells of whether the whole hub gets on. For one thread. */
public final class Vitals implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final Lag lag;
    private final Undelivered undelivered;
    private final Map<Stage, Standstill> progress = new EnumMap<>(Stage.class);
    private final Standstill judging = new Standstill();

    /**
     * What it saw.
     *
     * @param left records that a stage has yet to take in
     * @param standing where a stage has something to do and has not moved on
     * @param overdue what has been due and is not judged
     * @param lead how far the clock that is furthest is ahead of this machine's, by its name
     * @param undelivered how old the oldest alert is that a connector has not delivered; zero: there is none
     */
    public record Seen(
            Map<Stage, Map<TopicPartition, Long>> left,
            Map<Stage, Standing> standing,
            Standing overdue,
            Standing lead,
            Map<String, Duration> undelivered) {

        /** For how long a stage has not moved on, though it has something to do. */
        public Duration still(Stage stage) {
            return standing.getOrDefault(stage, Standstill.NONE).length();
        }

        /** For how long something that is due has not been judged. */
        public Duration late() {
            return overdue.length();
        }

        /** How far the clock that is furthest is ahead. */
        public Duration ahead() {
            return lead.length();
        }

        /** How much a stage has to do. */
        public Map<TopicPartition, Long> left(Stage stage) {
            return left.getOrDefault(stage, Map.of());
        }
    }

    public Vitals(Connection hub) {
        admin = KafkaClients.admin(hub.client(), PATIENCE);
        lag = new Lag(admin, hub.client(), hub.registry());
        undelivered = new Undelivered(admin, hub.client());
        for (Stage stage : Stage.values()) {
            progress.put(stage, new Standstill());
        }
    }

    /**
     * Looks at a hub that is prepared, whose clocks stand there.
     *
     * @param clock null: it has not ticked
     */
    public Seen look(ClusterClocks clocks, @Nullable HubClock clock) {
        Set<String> topics = KafkaClients.topics(admin);
        long now = System.nanoTime();
        Map<Stage, Map<TopicPartition, Long>> left = new EnumMap<>(Stage.class);
        Map<Stage, Standing> standing = new EnumMap<>(Stage.class);
        progress.forEach((stage, standstill) -> {
            Map<TopicPartition, Long> ends =
                    Positions.lastStable(admin, Positions.partitions(admin, stage.inputs(topics)));
            Map<TopicPartition, Long> toDo = lag.of(stage, ends);
            left.put(stage, toDo);
            standing.put(stage, standstill.look(positions(ends, toDo), now));
        });
        Map<String, Long> overdue = new HashMap<>();
        if (clock != null) {
            clocks.overdue(clock.tick())
                    .forEach((partition, at) -> overdue.put(
                            "what was due at " + at + " in partition " + partition + " of the journal",
                            at.toEpochMilli()));
        }
        return new Seen(left, standing, judging.look(overdue, now), lead(clocks, clock), undelivered());
    }

    /** Of what has something to do. */
    private static Map<String, Long> positions(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> left) {
        Map<String, Long> positions = new HashMap<>();
        left.forEach((partition, records) -> {
            if (records > 0) {
                positions.put(partition.toString(), Objects.requireNonNull(ends.get(partition)) - records);
            }
        });
        return positions;
    }

    private static Standing lead(ClusterClocks clocks, @Nullable HubClock clock) {
        Instant now = Instant.now();
        Standing hub = clock == null ? Standstill.NONE : ahead("of the hub", clock.tick(), now);
        return clocks.furthest()
                .map(cluster -> ahead("of cluster " + cluster.getKey(), cluster.getValue(), now))
                .filter(cluster -> cluster.length().compareTo(hub.length()) > 0)
                .orElse(hub);
    }

    private static Standing ahead(String whose, Instant at, Instant now) {
        return at.isAfter(now) ? new Standing(whose, Duration.between(now, at)) : Standstill.NONE;
    }

    private Map<String, Duration> undelivered() {
        Instant now = Instant.now();
        Map<String, Duration> ages = new TreeMap<>();
        undelivered.oldest().forEach((connector, since) -> ages.put(connector, age(since, now)));
        return ages;
    }

    private static Duration age(Optional<Instant> since, Instant now) {
        return since.filter(at -> at.isBefore(now))
                .map(at -> Duration.between(at, now))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        undelivered.close();
        lag.close();
        admin.close(Duration.ofSeconds(1));
    }
}
