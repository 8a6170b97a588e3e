package io.rollouthub.hub.health;

import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.Reach.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka and the registry again and again whether they answer, and remembers what they said last. */
public final class Probes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    /** From one answer, or the end of waiting for it, to the next question. */
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "probes");
        thread.setDaemon(true);
        return thread;
    });
    private final Probe kafka;
    private final Probe registry;

    public Probes(Connection hub) {
        kafka = new Probe("kafka", () -> Reach.kafka(hub));
        registry = new Probe("registry", () -> Reach.registry(hub.registry()));
    }

    /** A server and what is known of it. */
    public static final class Probe {
        private final String server;
        private final Supplier<@Nullable Problem> question;
        private volatile boolean asked;
        private volatile @Nullable Problem problem;

        private Probe(String server, Supplier<@Nullable Problem> question) {
            this.server = server;
            this.question = question;
        }

        private void ask() {
            try {
                problem = question.get();
                asked = true;
            } catch (RuntimeException e) {
                LOG.debug("{} could not be asked", server, e);
                problem = new Problem(server + " could not be asked: " + e.getMessage(), "Try again.");
            }
        }

        public String server() {
            return server;
        }

        /** Whether it answered. */
        public boolean answers() {
            return asked && problem == null;
        }

        HealthCheck check() {
            Problem last = problem;
            if (last != null) {
                return new HealthCheck(server, false, last.what());
            }
            return new HealthCheck(server, asked, asked ? "answers" : "has not been asked yet");
        }
    }

    /** Begins to ask. */
    public void start() {
        all().forEach(probe ->
                executor.scheduleWithFixedDelay(probe::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Kafka and the registry. */
    public List<Probe> all() {
        return List.of(kafka, registry);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
