package io.rollouthub.domain.forecast;

import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.Counter.Pending;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.time.CivilTime;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all clusters (semantics 9): each is a function of the facts of its cluster, which are counted here, and
 * of a day. Counters that were read are kept in memory, of the clusters used last.
 */
public final class Forecasts {
    private static final int MOST_KEPT = 256;

    private final Table<Long> counters;
    private final OpenDates openDates;
    private final Map<String, Cluster> clusters = new LinkedHashMap<>(16, 0.75f, true);

    private final class Cluster {
        private final ClusterCounters counted;
        private @Nullable ClusterForecast forecast;

        Cluster(String cluster) {
            counted = new ClusterCounters(counters, cluster);
        }
    }

    public Forecasts(Table<Long> counters, OpenDates openDates) {
        this.counters = counters;
        this.openDates = openDates;
    }

    /** The reports on a go-live or a release have changed. */
    public void move(History before, History after, CivilTime time) {
        Cluster cluster = cluster(after.key().cluster());
        List<Counter> counted = FactCounters.of(after, time);
        if (cluster.counted.move(FactCounters.of(before, time), counted)) {
            cluster.forecast = null;
            openDates.note(after.key(), standing(counted));
        }
    }

    private static @Nullable Standing standing(List<Counter> counters) {
        return counters.stream()
                .filter(Pending.class::isInstance)
                .map(counter -> Standing.of((Pending) counter))
                .findFirst()
                .orElse(null);
    }

    /** The forecasts of a cluster as of a day; they hold until its reports change. */
    public ClusterForecast of(String name, LocalDate today) {
        Cluster cluster = cluster(name);
        ClusterForecast forecast = cluster.forecast;
        if (forecast == null || !forecast.today().equals(today)) {
            forecast = new ClusterForecast(cluster.counted.all(), today);
            cluster.forecast = forecast;
        }
        return forecast;
    }

    private Cluster cluster(String name) {
        Cluster cluster = clusters.computeIfAbsent(name, Cluster::new);
        if (clusters.size() > MOST_KEPT) {
            clusters.remove(clusters.keySet().iterator().next());
        }
        return cluster;
    }
}
