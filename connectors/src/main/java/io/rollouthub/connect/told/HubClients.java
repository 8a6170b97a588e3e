package io.rollouthub.connect.told;

import io.rollouthub.connect.HubPrefix;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How a sink reaches Kafka and the registry by itself, as Connect lends it no clients: as its worker does, whose settings
 * are in a file that {@code rollout connect} names to it, and as its own settings say.
 *
 * @param hub what its names begin with
 * @param kafka properties of Kafka's clients
 * @param registry where the registry is ({@code url}), and properties of its client
 */
public record HubClients(Prefix hub, Map<String, Object> kafka, Map<String, Object> registry) {
    /** Settings of a connector that begin with this go to its own clients of Kafka, without it. */
    public static final String KAFKA = "kafka.";

    /** The setting that says where Kafka is. */
    public static final String BOOTSTRAP = KAFKA + "bootstrap.servers";

    /** The system property that names the file with the worker's settings. */
    public static final String WORKER_FILE = "rollout.worker.settings";

    private static final String REGISTRY = "value.converter.registry.";
    private static final String URL = "url";

    /** As the settings of a connector and the worker's say. */
    public static HubClients of(Map<String, String> connector) {
        return of(connector, worker());
    }

    static HubClients of(Map<String, String> connector, Map<String, String> worker) {
        Map<String, Object> kafka = new HashMap<>(cut("admin.", worker));
        if (worker.containsKey("bootstrap.servers")) {
            kafka.put("bootstrap.servers", worker.get("bootstrap.servers"));
        }
        kafka.putAll(cut(KAFKA, connector));
        Map<String, Object> registry = new HashMap<>(cut(REGISTRY, worker));
        registry.putAll(cut(REGISTRY, connector));
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new ConfigException(
                    BOOTSTRAP + ": missing; what has been told is kept on a topic of the hub's Kafka, of"
                            + " which only a worker that 'rollout connect' has started knows by itself");
        }
        if (!registry.containsKey(URL)) {
            throw new ConfigException(BOOTSTRAP + ": it needs the registry too, set " + REGISTRY + URL
                    + " in the connector's own configuration");
        }
        return new HubClients(HubPrefix.of(connector), kafka, registry);
    }

    private static Map<String, String> worker() {
        String file = System.getProperty(WORKER_FILE);
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new ConfigException("the worker's settings in " + file + " cannot be read: " + e.getMessage());
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static Map<String, String> cut(String prefix, Map<String, String> settings) {
        Map<String, String> cut = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                cut.put(name.substring(prefix.length()), value);
            }
        });
        return cut;
    }

    SchemaRegistry openRegistry() {
        Map<String, Object> client = new HashMap<>(registry);
        String url = String.valueOf(client.remove(URL));
        client.putIfAbsent("http.connect.timeout.ms", "5000");
        client.putIfAbsent("http.read.timeout.ms", "10000");
        return SchemaRegistry.at(url, client);
    }

    Admin admin() {
        return Admin.create(with(Map.of("request.timeout.ms", "8000", "default.api.timeout.ms", "10000")));
    }

    /** Reads what is committed, in no group, from wherever it is told to. */
    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                with(Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", "10000")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    KafkaProducer<String, byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                with(Map.of(
                        "transactional.id", transactionalId,
                        "max.block.ms", "30000",
                        "delivery.timeout.ms", "30000",
                        "request.timeout.ms", "10000",
                        "transaction.timeout.ms", "40000")),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putAll(own);
        return properties;
    }
}
