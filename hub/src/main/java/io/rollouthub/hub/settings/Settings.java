package io.rollouthub.hub.settings;

import io.rollouthub.http.HttpSettings;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the hub runs and where its Kafka and registry are; read once at the start of a command.
 *
 * @param bootstrapServers of Kafka; null if none is named
 * @param registryUrl of Confluent's API; null if none is named
 * @param http where the web server listens and whom it lets in
 * @param kafka properties for all clients of Kafka and for Kafka Streams
 * @param registry properties for the registry's client
 * @param given every value with its source, by name
 */
public record Settings(
        @Nullable String bootstrapServers,
        @Nullable String registryUrl,
        Layout layout,
        int streamThreads,
        Path stateDir,
        ClockSettings clock,
        HttpSettings http,
        Map<String, String> kafka,
        Map<String, String> registry,
        List<Given> given) {

    /**
     * The settings, of which each is the last one given of:
     *
     * <ol>
     *   <li>its default (see {@link Setting})
     *   <li>the file
     *   <li>the environment, {@code ROLLOUT_…}
     *   <li>the command line
     * </ol>
     *
     * @param file of properties, or null
     * @throws SettingsException that names all mistakes
     */
    public static Settings read(
            @Nullable Path file, Map<String, String> environment, Map<Setting, String> commandLine) {
        GivenSettings given = new GivenSettings();
        given.defaults();
        given.file(file);
        given.environment(environment);
        given.commandLine(commandLine);

        String bootstrapServers = given.value(Setting.BOOTSTRAP_SERVERS, Parsed::addresses);
        String registryUrl = given.value(Setting.REGISTRY_URL, Parsed::url);
        Integer partitions = given.value(Setting.PARTITIONS, value -> Parsed.whole(value, 1, 1_000));
        Integer ofSuppliers = given.value(Setting.SUPPLIER_PARTITIONS, value -> Parsed.whole(value, 1, 1_000));
        Short replicas = given.value(Setting.REPLICAS, Parsed::replicas);
        Integer threads = given.value(Setting.STREAM_THREADS, value -> Parsed.whole(value, 1, 100));
        Path stateDir = given.value(Setting.STATE_DIR, Path::of);
        Duration interval = given.value(Setting.CLOCK_INTERVAL, Parsed::duration);
        Duration maxHold = given.value(Setting.CLOCK_MAX_HOLD, Parsed::duration);
        HttpSettings http = GivenHttp.read(given);
        given.requireNoMistake();
        // From here on those with a default are there: what was given for them had a meaning.
        return new Settings(
                bootstrapServers,
                registryUrl,
                new Layout(there(partitions), there(ofSuppliers), there(replicas)),
                there(threads),
                there(stateDir),
                new ClockSettings(there(interval), there(maxHold)),
                there(http),
                given.passing(GivenSettings.KAFKA),
                forRegistryClient(given.passing(GivenSettings.REGISTRY)),
                given.all());
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Its client looks for TLS under a prefix of its own, and for a user only when it is told to. */
    private static Map<String, String> forRegistryClient(Map<String, String> registry) {
        Map<String, String> properties = new HashMap<>(registry);
        registry.forEach((key, value) -> {
            if (key.startsWith("ssl.")) {
                properties.put("schema.registry." + key, value);
            }
        });
        if (registry.containsKey("basic.auth.user.info")) {
            properties.putIfAbsent("basic.auth.credentials.source", "USER_INFO");
        }
        if (registry.containsKey("bearer.auth.token")) {
            properties.putIfAbsent("bearer.auth.credentials.source", "STATIC_TOKEN");
        }
        properties.putIfAbsent("http.connect.timeout.ms", "5000");
        properties.putIfAbsent("http.read.timeout.ms", "10000");
        return properties;
    }

    /** Whether somebody set it, be it to its default. */
    public boolean isSet(Setting setting) {
        return given.stream()
                .anyMatch(
                        one -> one.key().equals(setting.key()) && !one.source().equals(Given.DEFAULT));
    }

    /** Where a setting came from, for messages. */
    public String sourceOf(Setting setting) {
        return given.stream()
                .filter(one -> one.key().equals(setting.key()))
                .findFirst()
                .map(Given::source)
                .orElse("not set");
    }

    /** One line a setting, secrets masked. */
    public List<String> lines() {
        return given.stream().map(Given::line).toList();
    }
}
