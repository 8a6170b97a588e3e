package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.reader.TopicRights;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which suppliers' topics the hub may not read, as Kafka said some seconds ago; asked for again and again, without waiting.
 * Where it refuses to be read from all the same, a topic counts as one of these for a while that grows. Safe for several
 * threads.
 */
final class UnreadableTopics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableTopics.class);
    private static final long FRESH = Duration.ofSeconds(5).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Map<String, Object> client;
    private final Map<String, Refused> refused = new HashMap<>();
    private @Nullable Admin admin;
    private long askedAt = System.nanoTime() - FRESH;
    private final SaidOnce told = SaidOnce.aMinute();
    private TopicRights known = TopicRights.none();
    private boolean closed;

    /** One that could not be read, whatever its rights were said to be. */
    private record Refused(BackOff backOff, long until) {}

    UnreadableTopics(Map<String, Object> client) {
        this.client = client;
    }

    /** Those that are known at the moment. */
    synchronized Set<String> now() {
        long now = System.nanoTime();
        if (now - askedAt > FRESH && !closed) {
            askedAt = now;
            ask().whenComplete((rights, error) -> answered(rights));
        }
        return found(now);
    }

    private CompletionStage<TopicRights> ask() {
        admin = admin == null ? KafkaClients.admin(client, PATIENCE) : admin;
        return TopicRights.soon(admin, UnreadableTopics::isOfSupplier);
    }

    /** @param rights null: Kafka did not say, so that nothing else is known than before */
    private synchronized void answered(@Nullable TopicRights rights) {
        known = rights == null ? known : rights;
        tell(found(System.nanoTime()));
    }

    /** They have refused to be read from. */
    synchronized void refused(Collection<String> topics) {
        long now = System.nanoTime();
        for (String topic : topics) {
            Refused before = refused.get(topic);
            BackOff backOff = before == null ? new BackOff(LEAST, MOST) : before.backOff();
            if (before == null || now - before.until() > 0) {
                refused.put(topic, new Refused(backOff, now + backOff.next().toNanos()));
            }
        }
        askedAt = now - FRESH; // is asked for at once
        tell(found(now));
    }

    private Set<String> found(long now) {
        Set<String> found = new TreeSet<>(known.unreadable());
        refused.forEach((topic, one) -> {
            if (one.until() - now > 0) {
                found.add(topic);
            }
        });
        return found;
    }

    /** In one line, and once a minute while it lasts. */
    private void tell(Set<String> found) {
        if (found.isEmpty()) {
            if (told.ends()) {
                LOG.warn("all suppliers' topics may be read again");
            }
        } else if (told.isNews(sentence(found))) {
            LOG.warn("{}; what is there waits, all else gets on", sentence(found));
        }
    }

    static boolean isOfSupplier(String topic) {
        return SupplierTopics.ALL_IN.matcher(topic).matches();
    }

    /** Those that are known, without asking for more. */
    synchronized Set<String> known() {
        return found(System.nanoTime());
    }

    /** Which they are at the moment, with the way out; null: none. */
    @Nullable
    String sentence() {
        Set<String> found = known();
        return found.isEmpty() ? null : sentence(found);
    }

    private static String sentence(Collection<String> topics) {
        return "may not be read by the hub's user: " + String.join(", ", topics)
                + "; give it the right (ACL) to READ there";
    }

    /** The same of those that are not even shown. */
    static String hidden(Collection<String> topics) {
        return "missing, or hidden from the hub's user: " + String.join(", ", topics)
                + "; 'rollout admin apply' makes what is missing anew, and the right (ACL) to READ shows it";
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
