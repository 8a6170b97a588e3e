package io.rollouthub.hub.local;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.ClockSettings;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topology.Arrival;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A Kafka and a registry, and how to reach them.
 *
 * @param bootstrapServers of Kafka
 * @param stateDir for the files of streams applications
 * @param kafka further properties of Kafka's clients, such as credentials
 */
public record Connection(String bootstrapServers, SchemaRegistry registry, Path stateDir, Map<String, String> kafka) {

    /** A Kafka that needs no more than its address. */
    public Connection(String bootstrapServers, SchemaRegistry registry, Path stateDir) {
        this(bootstrapServers, registry, stateDir, Map.of());
    }

    /** Settings for streams applications on live topics. */
    public HubSettings settings(Settings settings) {
        return new HubSettings(
                bootstrapServers,
                stateDir,
                Arrival.BROKER_TIME,
                settings.clock(),
                settings.layout(),
                settings.streamThreads(),
                settings.kafka());
    }

    /** Settings for streams applications. */
    public HubSettings settings(Layout layout, Arrival arrival, int streamThreads) {
        return new HubSettings(
                bootstrapServers, stateDir, arrival, ClockSettings.DEFAULT, layout, streamThreads, kafka);
    }

    /** Properties of any Kafka client. */
    public Map<String, Object> client() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
