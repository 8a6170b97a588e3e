package io.rollouthub.reader;

import io.rollouthub.registry.SchemaRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A Kafka, with properties of its clients, a registry, and a folder for the files of streams applications. */
public record Connection(String bootstrapServers, SchemaRegistry registry, Path stateDir, Map<String, String> kafka) {

    /** A Kafka that needs no more than its address. */
    public Connection(String bootstrapServers, SchemaRegistry registry, Path stateDir) {
        this(bootstrapServers, registry, stateDir, Map.of());
    }

    /** Properties of any Kafka client. */
    public Map<String, Object> client() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
