package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.Routes;
import io.rollouthub.hub.health.Health;
import io.rollouthub.hub.health.HealthRoutes;
import io.rollouthub.hub.health.Probes;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.InstanceListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics and the health of one process of a hub: with an instance of the rules in it, or without. */
public final class Monitoring implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final boolean live;
    private final HubMeters hub;
    private final Probes probes;
    private final Health health;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<KafkaStreamsMetrics> kafka = new ArrayList<>();

    /**
     * Begins to follow the hub; its topics may come later.
     *
     * @param clock how the hub's clock ticks; null if it is simulated
     */
    public Monitoring(Connection connection, @Nullable ClockSettings clock) {
        live = clock != null;
        probes = new Probes(connection);
        hub = new HubMeters(connection, meters, live);
        health = new Health(probes, this::clock, clock);
        for (Probes.Probe probe : probes.all()) {
            meters.gauge(Metric.SERVER_REACHABLE, () -> probe.answers() ? 1 : 0, List.of(probe.server()));
        }
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        probes.start();
        hub.start();
    }

    private @Nullable HubClock clock() {
        Instant tick = hub.tick();
        return tick == null ? null : HubClock.at(tick);
    }

    /** Is to be told what the instance does that this process is about to start. */
    public InstanceListener listener() {
        InstanceMeters made = new InstanceMeters(meters, live);
        hub.onProgramme(made::expect);
        health.expectStreams();
        return made;
    }

    /** Measures the instance as well as it can be seen from outside, and what Kafka Streams says of itself. */
    public void watch(HubStreams streams) {
        health.watch(streams);
        for (HubStreams.Part part : streams.parts()) {
            meters.gauge(Metric.PART_RUNNING, () -> part.isRunning() ? 1 : 0, List.of(part.name()));
            KafkaStreamsMetrics own = new KafkaStreamsMetrics(part.streams(), Tags.of("part", part.name()));
            own.bindTo(registry);
            kafka.add(own);
        }
        meters.gauge(Metric.INSTANCE_TROUBLED, () -> streams.trouble() == null ? 0 : 1, List.of());
    }

    /** {@code /metrics} and {@code /health/…}. */
    public List<Routes> routes(HttpSettings settings) {
        return List.of(new MetricsRoutes(registry), new HealthRoutes(health, settings));
    }

    @Override
    public void close() {
        hub.close();
        probes.close();
        kafka.forEach(KafkaStreamsMetrics::close);
        collections.close();
        registry.close();
    }
}
