package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.SaidOnce;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which topics there are, as Kafka said some seconds ago, so that nobody sends to one that is missing and waits for it; one
 * that is not known is asked for at once. Safe for several threads.
 */
final class TopicsThere implements Predicate<String>, AutoCloseable {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();
    private static final long ASKED_AGAIN = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(TopicsThere.class);

    private final SaidOnce missing = new SaidOnce(Duration.ofMinutes(1));
    private final Map<String, Object> client;
    private @Nullable Admin admin;
    private Set<String> known = Set.of();
    private long askedAt;
    private boolean answered;

    TopicsThere(Map<String, Object> client) {
        this.client = client;
    }

    /** Whether it is there; true as well if Kafka does not say: then nothing else is known to be better. */
    @Override
    public synchronized boolean test(String topic) {
        long age = System.nanoTime() - askedAt;
        if (!answered || age > FRESH || (!known.contains(topic) && age > ASKED_AGAIN)) {
            ask();
        }
        boolean there = !answered || known.contains(topic);
        if (!there && missing.isNews(topic)) {
            LOG.warn(
                    "topic {} is missing; 'rollout admin apply' makes it anew. Until then what is for it is parked",
                    topic);
        }
        return there;
    }

    private void ask() {
        Admin asked = admin == null ? KafkaClients.admin(client, PATIENCE) : admin;
        admin = asked;
        askedAt = System.nanoTime();
        try {
            known = KafkaClients.topicsSoon(asked)
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            answered = true;
        } catch (ExecutionException | TimeoutException e) {
            answered = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answered = false;
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
