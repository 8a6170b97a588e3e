package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.rollouthub.topic.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Makes the meters of the catalogue. */
final class Meters {
    private final MeterRegistry registry;
    private final Map<Metric, Family> families = new ConcurrentHashMap<>();

    /** Where several hubs may be on one Kafka, each of them says of which it is. */
    Meters(MeterRegistry registry) {
        if (!Prefix.own().isUsual()) {
            registry.config().commonTags("hub", Prefix.own().text());
        }
        this.registry = registry;
    }

    /** The counter with these values of its labels; the same one each time. */
    Counter counter(Metric metric, String... values) {
        return Counter.builder(metric.exposed)
                .description(metric.help)
                .tags(tags(metric, List.of(values)))
                .register(registry);
    }

    /** A gauge that asks each time it is read. */
    void gauge(Metric metric, DoubleSupplier value, String... values) {
        Gauge.builder(metric.exposed, value, DoubleSupplier::getAsDouble)
                .strongReference(true)
                .description(metric.help)
                .tags(tags(metric, List.of(values)))
                .register(registry);
    }

    /** Takes new figures of a metric, by the values of its labels; what is not among them is no longer shown. */
    void set(Metric metric, Map<List<String>, Double> latest) {
        families.computeIfAbsent(metric, Family::new).set(latest);
    }

    /** The gauges of one metric, of which there are as many as its labels have values; all change at once. */
    private final class Family {
        private final Metric metric;
        private final MultiGauge gauges;
        private volatile Map<List<String>, Double> figures = Map.of();

        Family(Metric metric) {
            this.metric = metric;
            gauges = MultiGauge.builder(metric.exposed).description(metric.help).register(registry);
        }

        void set(Map<List<String>, Double> latest) {
            figures = Map.copyOf(latest);
            gauges.register(latest.keySet().stream()
                    .<MultiGauge.Row<?>>map(labels ->
                            MultiGauge.Row.of(tags(metric, labels), () -> figures.getOrDefault(labels, Double.NaN)))
                    .toList());
        }
    }

    /** Counted from what a hub takes when all is well to what it takes after a day without Kafka. */
    Timer histogram(Metric metric) {
        return Timer.builder(metric.exposed)
                .description(metric.help)
                .serviceLevelObjectives(LongStream.of(
                                50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
                        .mapToObj(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
    }

    private static Tags tags(Metric metric, List<String> values) {
        List<String> labels = metric.labels;
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException(metric + " has labels " + labels + ", not " + values);
        }
        return Tags.of(IntStream.range(0, labels.size())
                .mapToObj(i -> Tag.of(labels.get(i), values.get(i)))
                .toList());
    }
}
