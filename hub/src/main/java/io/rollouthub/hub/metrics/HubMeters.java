package io.rollouthub.hub.metrics;

import io.rollouthub.hub.health.ClusterClocks;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The figures of the whole hub, whoever runs it. */
final class HubMeters implements Follower.Source<ReadModel, HubRecord>, AutoCloseable {
    private static final String CLOCK = Topics.CLOCK.name();
    private static final List<String> TOPICS = List.of(
            Topics.PROGRAMME.name(), Topics.ALERTS.name(), Topics.CLUSTER_STATUS.name(), Topics.TIMERS.name(), CLOCK);

    private final Connection hub;
    private final HubRecord.Decoder decoder;
    private final Follower<ReadModel, HubRecord> follower;
    private final Meters meters;
    private volatile Consumer<Programme> onProgramme = programme -> {};
    private volatile @Nullable Programme programme;
    private volatile @Nullable Instant tick;
    private final ClusterClocks clocks = new ClusterClocks();
    /** Ids of alerts that are open by cluster and kind, so that none of them is looked at when another opens. */
    private final Map<List<String>, Set<String>> open = new HashMap<>();

    /** @param live whether the clock's ticks are the present; simulated ones have no age */
    HubMeters(Connection hub, Meters meters, boolean live) {
        this.hub = hub;
        this.meters = meters;
        decoder = new HubRecord.Decoder(hub.registry());
        follower = new Follower<>("metrics-of-hub", hub, this);
        meters.gauge(Metric.CLOCK_TICK, () -> ofClock(clock -> clock.tick().toEpochMilli() / 1e3));
        if (live) {
            meters.gauge(Metric.CLOCK_AGE, () -> ofClock(HubClock::ageSeconds));
        }
        follower.start();
    }

    private double ofClock(ToDoubleFunction<HubClock> figure) {
        HubClock clock = clock();
        return clock == null ? Double.NaN : figure.applyAsDouble(clock);
    }

    /** The hub's clock by the last tick that is known; null if there is none yet. */
    @Nullable
    HubClock clock() {
        Instant last = tick;
        return last == null ? null : HubClock.at(last);
    }

    /** Those of the clusters. */
    ClusterClocks clocks() {
        return clocks;
    }

    /** The programme in force; null as long as none is known. */
    @Nullable
    Programme programme() {
        return programme;
    }

    /** Tells each programme that comes, and the one there is. */
    void onProgramme(Consumer<Programme> listener) {
        onProgramme = listener;
        Programme there = programme;
        if (there != null) {
            listener.accept(there);
        }
    }

    @Override
    public Collection<String> topics(Set<String> existing) {
        return HubTopics.arePrepared(existing)
                ? TOPICS.stream().filter(existing::contains).toList()
                : List.of();
    }

    @Override
    public Follower.Extent extent(TopicPartition partition) {
        return partition.topic().equals(CLOCK) ? Follower.Extent.NEWS : Follower.Extent.ALL;
    }

    @Override
    public ReadModel begin() {
        HubClock clock = HubClock.read(hub);
        if (clock != null) {
            reached(clock.tick());
        }
        open.clear();
        clocks.clear();
        return new ReadModel();
    }

    private void reached(Instant other) {
        Instant last = tick;
        if (last == null || other.isAfter(last)) {
            tick = other;
        }
    }

    @Override
    public HubRecord decode(ConsumerRecord<String, byte[]> record) {
        return decoder.read(record);
    }

    @Override
    public void take(ReadModel model, List<HubRecord> records, boolean news) {
        boolean changed = false;
        for (HubRecord record : records) {
            clocks.take(record);
            if (record.topic() == Topics.TIMERS) {
                continue;
            }
            if (record.topic() == Topics.CLOCK) {
                if (record.value() instanceof JudgedUpTo now) {
                    reached(now.getAt());
                }
                continue;
            }
            changed = true;
            if (record.value() instanceof Programme one) {
                programme = one;
                onProgramme.accept(one);
            } else if (record.value() instanceof Alert alert) {
                Set<String> ids = open.computeIfAbsent(
                        List.of(alert.getCluster(), alert.getKind().name()), any -> new HashSet<>());
                if (alert.getState() == AlertState.OPEN) {
                    ids.add(alert.getAlertId());
                } else {
                    ids.remove(alert.getAlertId());
                }
            } else {
                model.publish(record.topic(), record.key(), record.value());
            }
        }
        if (changed && news) {
            begun(model);
        }
    }

    /** Shows the figures, with zeros for clusters and kinds of alerts of which there is nothing. */
    @Override
    public void begun(ReadModel model) {
        Programme inForce = programme;
        if (inForce == null) {
            return;
        }
        Map<List<String>, Double> alerts = new HashMap<>();
        Map<List<String>, Double> live = new HashMap<>();
        Map<List<String>, Double> promised = new HashMap<>();
        Map<List<String>, Double> standing = new HashMap<>();
        for (Cluster cluster : inForce.getClusters()) {
            for (AlertKind kind : AlertKind.values()) {
                if (kind != AlertKind.UNKNOWN) {
                    alerts.put(List.of(cluster.getCluster(), kind.name()), 0.0);
                }
            }
            live.put(List.of(cluster.getCluster()), 0.0);
            promised.put(List.of(cluster.getCluster()), 0.0);
        }
        open.forEach((kind, ids) -> alerts.put(kind, (double) ids.size()));
        model.clusters().forEach((cluster, status) -> {
            live.put(List.of(cluster), (double) status.getLive());
            promised.put(List.of(cluster), (double) status.getPlanned());
            standing.put(List.of(cluster, "PENDING"), (double) status.getPending());
            standing.put(List.of(cluster, "MET"), (double) status.getMet());
            standing.put(List.of(cluster, "MET_LATE"), (double) status.getMetLate());
            standing.put(List.of(cluster, "MISSED"), (double) status.getMissed());
            standing.put(List.of(cluster, "WITHDRAWN"), (double) status.getWithdrawn());
        });
        meters.set(Metric.OPEN_ALERTS, alerts);
        meters.set(Metric.GO_LIVES, live);
        meters.set(Metric.GO_LIVES_PLANNED, promised);
        meters.set(Metric.MILESTONES, standing);
    }

    @Override
    public void close() {
        follower.close();
    }
}
