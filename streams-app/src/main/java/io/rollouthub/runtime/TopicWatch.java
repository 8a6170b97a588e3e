package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again, beside an instance that runs, whether the topics are still set so that promises are kept, and whether
 * all suppliers still have theirs.
 */
final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final HubSettings settings;
    private final SchemaRegistry registry;
    private final Admin admin;
    private final SaidOnce said = new SaidOnce();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread one = new Thread(work, "topic-watch");
        one.setDaemon(true);
        return one;
    });
    private final SaidOnce saidMissing = SaidOnce.aMinute();
    private volatile List<BrokenPromise> broken = List.of();
    private volatile List<String> missing = List.of();

    /** @param broken what was found before the instance started */
    TopicWatch(HubSettings settings, SchemaRegistry registry, List<BrokenPromise> broken) {
        this.settings = settings;
        this.registry = registry;
        admin = KafkaClients.admin(settings.clientProperties());
        found(broken);
        thread.scheduleWithFixedDelay(this::look, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    /** What was found last, given up or not. */
    List<BrokenPromise> broken() {
        return broken;
    }

    /** Which topics of suppliers' reports were not there last, or not shown to the hub's user. */
    List<String> missing() {
        return missing;
    }

    private void look() {
        try {
            Programme programme = HubReader.programme(settings.clientProperties(), registry);
            if (programme != null) {
                Set<String> there = KafkaClients.topics(admin);
                foundMissing(missing(programme, there));
                found(PromiseCheck.look(admin, settings, programme, there));
            }
        } catch (RuntimeException e) {
            LOG.debug("how the topics are set is not told", e); // whoever is asked whether Kafka answers tells that
        }
    }

    /** Which topics of suppliers' reports are not among these. */
    static List<String> missing(Programme programme, Set<String> there) {
        return programme.getSuppliers().stream()
                .map(supplier -> SupplierTopics.in(supplier.getSupplier()))
                .filter(topic -> !there.contains(topic))
                .sorted()
                .toList();
    }

    private void foundMissing(List<String> now) {
        missing = now;
        if (now.isEmpty()) {
            if (saidMissing.ends()) {
                LOG.warn("all suppliers' topics are there again");
            }
        } else if (saidMissing.isNews(now.toString())) {
            LOG.warn("{}", UnreadableTopics.hidden(now));
        }
    }

    private void found(List<BrokenPromise> now) {
        broken = now;
        if (now.isEmpty()) {
            if (said.ends()) {
                LOG.warn("The topics are set again as they should be.");
            }
        } else if (said.isNews(now.toString())) {
            now.forEach(one -> LOG.warn(
                    "Promise {}{}", one.sentence(), one.accepted() ? "" : "; 'rollout admin apply' sets it right"));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }
}
