package io.rollouthub.hub.metrics;

import io.rollouthub.hub.health.Probes;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of the whole hub, whoever runs it: of its results, its clock, and how far gate and ledger are behind. */
final class HubMeters implements HubSource.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubMeters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HubSource source;
    private final Follower<HubFigures, HubRecord> follower;
    private final Admin admin;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "metrics-of-lag");
        thread.setDaemon(true);
        return thread;
    });
    private final GaugeFamily openAlerts;
    private final GaugeFamily goLives;
    private final GaugeFamily planned;
    private final GaugeFamily milestones;
    private final GaugeFamily journalLag;
    private final GaugeFamily ledgerLag;
    private volatile Consumer<Programme> onProgramme = programme -> {};
    private volatile @Nullable Programme programme;

    /**
     * @param live whether the clock's ticks are the present; simulated ones have no age
     */
    HubMeters(Connection hub, Meters meters, boolean live) {
        admin = KafkaClients.admin(hub.client(), PATIENCE);
        source = new HubSource(hub, this);
        follower = new Follower<>("metrics-of-hub", hub, source);
        openAlerts = new GaugeFamily(meters, Metric.OPEN_ALERTS);
        goLives = new GaugeFamily(meters, Metric.GO_LIVES);
        planned = new GaugeFamily(meters, Metric.GO_LIVES_PLANNED);
        milestones = new GaugeFamily(meters, Metric.MILESTONES);
        journalLag = new GaugeFamily(meters, Metric.JOURNAL_LAG);
        ledgerLag = new GaugeFamily(meters, Metric.LEDGER_LAG);
        meters.gauge(Metric.CLOCK_TICK, () -> ofTick(tick -> tick.toEpochMilli() / 1e3), List.of());
        if (live) {
            meters.gauge(
                    Metric.CLOCK_AGE, () -> ofTick(tick -> HubClock.at(tick).ageSeconds()), List.of());
        }
    }

    private double ofTick(ToDoubleFunction<Instant> figure) {
        Instant tick = tick();
        return tick == null ? Double.NaN : figure.applyAsDouble(tick);
    }

    void start() {
        follower.start();
        executor.scheduleWithFixedDelay(this::lookAtLag, 0, Probes.INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last tick; null if there is none yet. */
    @Nullable
    Instant tick() {
        return source.tick();
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
    public void programme(Programme one) {
        programme = one;
        onProgramme.accept(one);
    }

    @Override
    public void figures(HubFigures figures) {
        Programme inForce = programme;
        if (inForce != null) {
            openAlerts.set(figures.openAlerts(inForce));
            goLives.set(figures.goLives(inForce));
            planned.set(figures.planned(inForce));
            milestones.set(figures.milestones());
        }
    }

    /** What Kafka does not tell is not shown: an old figure would be taken for a new one. */
    private void lookAtLag() {
        Programme inForce = programme;
        Lag lag = new Lag(Map.of(), Map.of());
        try {
            lag = inForce == null ? lag : Lag.read(admin, inForce);
        } catch (RuntimeException e) {
            LOG.debug("Kafka does not tell how far the hub is", e);
        }
        journalLag.set(lag.journal());
        ledgerLag.set(lag.ledger());
    }

    @Override
    public void close() {
        executor.shutdownNow();
        follower.close();
        admin.close(Duration.ofSeconds(1));
    }
}
