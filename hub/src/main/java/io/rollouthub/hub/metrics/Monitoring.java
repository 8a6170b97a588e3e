package io.rollouthub.hub.metrics;

import io.javalin.http.Handler;
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
import io.rollouthub.hub.health.Check;
import io.rollouthub.hub.health.Health;
import io.rollouthub.hub.health.HeapUse;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.TopicPromise;
import io.rollouthub.topology.FlowListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics and the health of one process of a hub: with an instance of the rules in it, or without. */
public final class Monitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8"; // Prometheus's

    /** From one answer, or the end of waiting for it, to the next question. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final boolean live;
    private final HubMeters hub;
    private final LagMeters lag;
    private final Health health;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final SaidOnce memoryShort = new SaidOnce();
    private final List<KafkaStreamsMetrics> kafka = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(3, work -> {
        Thread thread = new Thread(work, "monitoring");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to follow the hub, whose topics may come later; how its clock ticks is null if that is simulated. */
    public Monitoring(Connection connection, @Nullable ClockSettings clock) {
        live = clock != null;
        List<Health.Probe> probes = List.of(
                new Health.Probe("kafka", () -> Reach.kafka(connection)),
                new Health.Probe("registry", () -> Reach.registry(connection.registry())));
        lag = new LagMeters(connection, meters);
        hub = new HubMeters(connection, meters, live);
        HeapUse heap = HeapUse.ofProcess();
        health = new Health(probes, heap, hub::clock, clock);
        meters.gauge(Metric.HEAP_USED, heap::ratio);
        for (Health.Probe probe : probes) {
            meters.gauge(
                    Metric.SERVER_REACHABLE,
                    () -> probe.last().ok() ? 1 : 0,
                    probe.last().check());
            repeat(probe::ask);
        }
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        repeat(() -> health.saw(lag.look(hub)));
        repeat(this::warnOfMemory);
    }

    private void warnOfMemory() {
        Check memory = health.memory();
        if (memory.ok()) {
            memoryShort.ends();
        } else if (memoryShort.isNews(memory.check())) {
            LOG.warn("This process is short of memory: {} {}", memory.detail() + ".", memory.remedy());
        }
    }

    private void repeat(Runnable question) {
        executor.scheduleWithFixedDelay(question, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Is to be told what the instance does that this process is about to start. */
    public FlowListener listener() {
        InstanceMeters made = new InstanceMeters(meters, live);
        hub.onProgramme(made::expect);
        health.expectStreams();
        return made;
    }

    /** Measures the instance as well as it can be seen from outside, and what Kafka Streams says of itself. */
    public void watch(HubStreams streams) {
        health.watch(streams);
        for (HubStreams.Part part : streams.parts()) {
            meters.gauge(Metric.PART_RUNNING, () -> part.isRunning() ? 1 : 0, part.name());
            KafkaStreamsMetrics own = new KafkaStreamsMetrics(part.streams(), Tags.of("part", part.name()));
            own.bindTo(registry);
            kafka.add(own);
        }
        for (TopicPromise promise : TopicPromise.values()) {
            meters.gauge(Metric.PROMISE_BROKEN, () -> isBroken(promise, streams) ? 1 : 0, promise.key());
        }
        meters.gauge(Metric.TOPICS_UNREADABLE, streams::countUnreadableTopics);
        meters.gauge(Metric.TOPICS_CLOSED, () -> streams.closedTopics().size());
        meters.gauge(Metric.INSTANCE_TROUBLED, () -> streams.trouble() == null ? 0 : 1);
    }

    private static boolean isBroken(TopicPromise promise, HubStreams streams) {
        return streams.broken().stream().anyMatch(one -> one.promise() == promise);
    }

    /** {@code /metrics} and {@code /health/…}. */
    public List<Routes> routes(HttpSettings settings) {
        Handler scrape = context ->
                context.header("Cache-Control", "no-store").contentType(FORMAT).result(registry.scrape());
        return List.of(
                routes -> routes.get("/metrics", scrape).head("/metrics", scrape), new Health.Paths(health, settings));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        hub.close();
        lag.close();
        kafka.forEach(KafkaStreamsMetrics::close);
        collections.close();
        registry.close();
    }
}
