package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.reader.TopicRights;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which topics of verdicts and rejected records there are for the hub to write to, as Kafka said some seconds ago, so that nobody sends to
 * one that is missing, and waits for it, or to one that may not be written, and fails; one that is not known to take records is
 * asked for at once. Safe for several threads.
 */
final class TopicsThere implements Predicate<String>, AutoCloseable {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();
    private static final long ASKED_AGAIN = Duration.ofSeconds(1).toNanos();
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    /** Nobody has needed it for so long: it may be away for good, with its supplier. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(TopicsThere.class);

    private final Map<String, Object> client;
    private final Map<String, SaidOnce> closed = new TreeMap<>();
    private @Nullable Admin admin;
    private TopicRights known = TopicRights.none();
    private long askedAt;
    private boolean answered;

    TopicsThere(Map<String, Object> client) {
        this.client = client;
    }

    /** Whether it takes records; true as well if Kafka does not say: then nothing else is known to be better. */
    @Override
    public synchronized boolean test(String topic) {
        long age = System.nanoTime() - askedAt;
        if (!answered || age > FRESH || (!known.mayWrite(topic) && age > ASKED_AGAIN)) {
            ask();
        }
        boolean takes = !answered || known.mayWrite(topic);
        if (takes) {
            closed.remove(topic);
        } else {
            tell(topic);
        }
        return takes;
    }

    /** In one line, and once a minute while it is needed. */
    private void tell(String topic) {
        String why = known.shows(topic)
                ? "topic " + topic + " may not be written by the hub's user; give it the right (ACL) to WRITE there"
                : "topic " + topic + " is missing, or hidden from the hub's user; 'rollout admin apply' makes it anew,"
                        + " and the right (ACL) to WRITE shows it";
        if (closed.computeIfAbsent(topic, any -> new SaidOnce(FORGOTTEN, TOLD_AGAIN))
                .isNews(why)) {
            LOG.warn("{}. Until then what is for it is parked, or a verdict not told", why);
        }
    }

    /** Those that did not take what was for them, and do not by now: a clause each, with the way out. */
    synchronized List<String> closed() {
        closed.values().removeIf(one -> one.said() == null);
        if (!closed.isEmpty() && System.nanoTime() - askedAt > FRESH) {
            ask();
        }
        if (answered) {
            closed.keySet().removeIf(known::mayWrite);
        }
        return closed.values().stream()
                .map(SaidOnce::said)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A write has failed: what is known may be so no more. */
    synchronized void doubt() {
        answered = false;
    }

    private void ask() {
        Admin asked = admin == null ? KafkaClients.admin(client, PATIENCE) : admin;
        admin = asked;
        askedAt = System.nanoTime();
        try {
            known = TopicRights.soon(asked, SupplierTopics::isToSupplier)
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
