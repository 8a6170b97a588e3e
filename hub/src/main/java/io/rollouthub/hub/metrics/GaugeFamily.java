package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.List;
import java.util.Map;

/** The gauges of one metric, of which there are as many as its labels have values; all change at once. */
final class GaugeFamily {
    private final Metric metric;
    private final MultiGauge gauges;
    private volatile Map<List<String>, Double> figures = Map.of();

    GaugeFamily(Meters meters, Metric metric) {
        this.metric = metric;
        gauges = meters.gauges(metric);
    }

    /** Takes new figures, by the values of the labels; what is not among them is no longer shown. */
    void set(Map<List<String>, Double> latest) {
        figures = Map.copyOf(latest);
        gauges.register(latest.keySet().stream()
                .<Row<?>>map(
                        labels -> Row.of(Meters.tags(metric, labels), () -> figures.getOrDefault(labels, Double.NaN)))
                .toList());
    }
}
