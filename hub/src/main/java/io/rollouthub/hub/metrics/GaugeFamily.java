package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Gauge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gauges of one metric, of which there are as many as its labels have values; all change at once. */
final class GaugeFamily {
    private final Meters meters;
    private final Metric metric;
    private final Map<List<String>, Gauge> gauges = new HashMap<>();
    private volatile Map<List<String>, Double> figures = Map.of();

    GaugeFamily(Meters meters, Metric metric) {
        this.meters = meters;
        this.metric = metric;
    }

    /** Takes new figures, by the values of the labels; what is not among them is no longer shown. */
    synchronized void set(Map<List<String>, Double> latest) {
        figures = Map.copyOf(latest);
        latest.keySet().forEach(labels -> gauges.computeIfAbsent(labels, this::gauge));
        gauges.entrySet().removeIf(gauge -> {
            boolean gone = !latest.containsKey(gauge.getKey());
            if (gone) {
                meters.remove(gauge.getValue());
            }
            return gone;
        });
    }

    private Gauge gauge(List<String> labels) {
        return meters.gauge(metric, () -> figures.getOrDefault(labels, Double.NaN), labels);
    }
}
