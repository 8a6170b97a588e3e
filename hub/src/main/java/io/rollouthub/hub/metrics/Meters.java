package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Makes the meters of the catalogue. */
final class Meters {
    /** From what a hub does when all is well to what it does after a day without Kafka. */
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The counter with these values of its labels; the same one each time. */
    Counter counter(Metric metric, String... values) {
        return Counter.builder(metric.meter())
                .description(metric.help())
                .tags(tags(metric, List.of(values)))
                .register(registry);
    }

    /** A gauge that asks each time it is read. */
    Gauge gauge(Metric metric, DoubleSupplier value, List<String> values) {
        return Gauge.builder(metric.meter(), value, DoubleSupplier::getAsDouble)
                .strongReference(true)
                .description(metric.help())
                .tags(tags(metric, values))
                .register(registry);
    }

    Timer histogram(Metric metric) {
        return Timer.builder(metric.meter())
                .description(metric.help())
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    void remove(Gauge gauge) {
        registry.remove(gauge);
    }

    private static Tags tags(Metric metric, List<String> values) {
        if (values.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has labels " + metric.labels() + ", not " + values);
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            tags.add(Tag.of(metric.labels().get(i), values.get(i)));
        }
        return Tags.of(tags);
    }
}
