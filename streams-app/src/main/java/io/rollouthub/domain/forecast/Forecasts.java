package io.rollouthub.domain.forecast;

import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.Counter.Pending;
import io.rollouthub.domain.time.CivilTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all clusters (semantics 9): each is a function of the facts of its cluster, which are counted here, and
 * of a day.
 */
public final class Forecasts {
    private final OpenDates openDates;
    private final Map<String, Cluster> clusters = new HashMap<>();

    private static final class Cluster {
        private final ClusterCounters counted = new ClusterCounters();
        private @Nullable ClusterForecast forecast;
    }

    public Forecasts(OpenDates openDates) {
        this.openDates = openDates;
    }

    /**
     * The reports on a go-live or a release have changed.
     *
     * @return whether anything is counted otherwise than before
     */
    public boolean move(History before, History after, CivilTime time) {
        Cluster cluster = cluster(after.key().cluster());
        List<Counter> counted = FactCounters.of(after, time);
        if (cluster.counted.move(FactCounters.of(before, time), counted)) {
            cluster.forecast = null;
            openDates.note(after.key(), standing(counted));
            return true;
        }
        return false;
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
            forecast = new ClusterForecast(cluster.counted, today);
            cluster.forecast = forecast;
        }
        return forecast;
    }

    private Cluster cluster(String name) {
        return clusters.computeIfAbsent(name, it -> new Cluster());
    }
}
