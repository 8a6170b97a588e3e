package io.rollouthub.hub.worker;

import io.rollouthub.reader.Connection;
import io.rollouthub.topic.ConnectTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** What a worker of Kafka Connect is told, so that it works as the hub does: exactly once, in Avro, on the same servers. */
public final class WorkerSettings {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("group.id", ConnectTopics.GROUP),
            Map.entry("config.storage.topic", ConnectTopics.CONFIGS),
            Map.entry("offset.storage.topic", ConnectTopics.OFFSETS),
            Map.entry("status.storage.topic", ConnectTopics.STATUS),
            Map.entry("offset.storage.partitions", "5"),
            Map.entry("status.storage.partitions", "1"),
            Map.entry("exactly.once.source.support", "enabled"),
            Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
            Map.entry("value.converter", "io.rollouthub.connect.converter.RolloutAvroConverter"),
            // One that was killed is back in its group within seconds, and so are its tasks.
            Map.entry("scheduled.rebalance.max.delay.ms", "0"),
            Map.entry("session.timeout.ms", "10000"),
            Map.entry("heartbeat.interval.ms", "2000"),
            Map.entry("offset.flush.interval.ms", "5000"),
            Map.entry("consumer.isolation.level", "read_committed"));

    private WorkerSettings() {}

    /**
     * A worker's settings.
     *
     * @param registry its client's
     * @param replicas of the worker's topics, -1 for the brokers' default
     * @param lookups what it may look up for connectors
     */
    public static Map<String, String> of(
            Connection hub, Map<String, String> registry, short replicas, Lookups lookups) {
        Map<String, String> settings = new HashMap<>(ALWAYS);
        settings.putAll(lookups.settings());
        for (String topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.replication.factor", Short.toString(replicas));
        }
        settings.put("bootstrap.servers", hub.bootstrapServers());
        lookedUp(hub.kafka()).forEach((key, value) -> {
            settings.put(key, value);
            for (String client : List.of("producer.", "consumer.", "admin.")) {
                settings.put(client + key, value);
            }
        });
        settings.put("value.converter.registry.url", hub.registry().address());
        registry.forEach((key, value) -> settings.put("value.converter.registry." + key, value));
        return settings;
    }

    /** With what they say to look up: the worker would let connectors look up there, too. */
    private static Map<String, String> lookedUp(Map<String, String> kafka) {
        Map<String, String> found = new HashMap<>();
        new AbstractConfig(new ConfigDef(), kafka, false).originals().forEach((key, value) -> {
            if (!key.startsWith(AbstractConfig.CONFIG_PROVIDERS_CONFIG)) {
                found.put(key, String.valueOf(value));
            }
        });
        return found;
    }
}
