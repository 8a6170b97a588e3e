package io.rollouthub.hub.settings;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.http.AddressRange;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.settings.GivenSettings.Given;
import io.rollouthub.hub.settings.Setting.Kind;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.TopicPromise;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * How the hub runs and where its Kafka and registry are, null if not named, with properties for all clients of theirs;
 * read once at the start of a command. {@code given} holds every value with its source, by name.
 */
public record Settings(
        @Nullable String bootstrapServers,
        @Nullable String registryUrl,
        HubSettings.Layout layout,
        HubSettings.Ledger ledger,
        Path stateDir,
        ClockSettings clock,
        HttpSettings http,
        Set<TopicPromise> weaker,
        int gateThreads,
        Map<String, String> kafka,
        Map<String, String> registry,
        SortedMap<String, Given> given) {

    /**
     * The settings, of which each is the last one given of: its default (see {@link Setting}), the file of properties if
     * there is one, the environment ({@code ROLLOUT_…}), the command line.
     *
     * @throws RolloutException that names all mistakes
     */
    public static Settings read(
            @Nullable Path file, Map<String, String> environment, Map<Setting, String> commandLine) {
        GivenSettings given = new GivenSettings();
        given.defaults();
        given.file(file);
        given.environment(environment);
        given.commandLine(commandLine);

        AbstractConfig own = given.own();
        return new Settings(
                own.getString(Setting.BOOTSTRAP_SERVERS.key()),
                own.getString(Setting.REGISTRY_URL.key()),
                layout(own),
                ledger(own),
                Path.of(own.getString(Setting.STATE_DIR.key())),
                clock(own),
                http(own),
                list(own, Setting.ACCEPT_WEAKER)
                        .flatMap(key -> TopicPromise.ofKey(key).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                own.getInt(Setting.GATE_THREADS.key()),
                given.passing(GivenSettings.KAFKA),
                registryClient(given.passing(GivenSettings.REGISTRY)),
                given.all());
    }

    private static HubSettings.Layout layout(AbstractConfig own) {
        String replicas = own.getString(Setting.REPLICAS.key());
        return new HubSettings.Layout(
                own.getInt(Setting.PARTITIONS.key()),
                own.getInt(Setting.SUPPLIER_PARTITIONS.key()),
                replicas.equals(Kind.BROKERS_DEFAULT) ? -1 : Short.parseShort(replicas));
    }

    private static ClockSettings clock(AbstractConfig own) {
        return new ClockSettings(
                Kind.duration(own.getString(Setting.CLOCK_INTERVAL.key())),
                Kind.duration(own.getString(Setting.CLOCK_MAX_HOLD.key())),
                Kind.duration(own.getString(Setting.CLOCK_MAX_STEP.key())));
    }

    private static HttpSettings http(AbstractConfig own) {
        String user = own.getString(Setting.HTTP_USER.key());
        Password password = own.getPassword(Setting.HTTP_PASSWORD.key());
        String header = own.getString(Setting.HTTP_TRUSTED_PROXY_HEADER.key());
        return new HttpSettings(
                own.getString(Setting.HTTP_HOST.key()),
                own.getInt(Setting.HTTP_PORT.key()),
                list(own, Setting.HTTP_ALLOWED_HOSTS)
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                user == null || password == null ? null : new HttpSettings.Credentials(user, password.value()),
                header == null
                        ? null
                        : new HttpSettings.TrustedProxy(
                                header,
                                list(own, Setting.HTTP_TRUSTED_PROXIES)
                                        .map(AddressRange::of)
                                        .toList()),
                false);
    }

    private static HubSettings.Ledger ledger(AbstractConfig own) {
        String stores = own.getString(Setting.STATE_STORES.key());
        return new HubSettings.Ledger(
                        own.getInt(Setting.STREAM_THREADS.key()), KeptIn.valueOf(stores.toUpperCase(Locale.ROOT)))
                .withStandbys(own.getInt(Setting.STANDBY_REPLICAS.key()));
    }

    private static Stream<String> list(AbstractConfig own, Setting setting) {
        List<String> given = own.getList(setting.key());
        return given == null ? Stream.of() : given.stream();
    }

    /**
     * Settings of the registry's client as it wants them: it looks for TLS under a prefix of its own, and for a user only when it
     * is told to.
     */
    public static Map<String, String> registryClient(Map<String, String> registry) {
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

    /** What the streams applications of a hub are to know, whose Kafka and registry are reached. */
    public HubSettings streams(Connection hub) {
        Map<String, String> client = new HashMap<>(kafka);
        client.putAll(hub.kafka());
        for (String application : GivenSettings.APPLICATIONS) {
            String prefix = application + GivenSettings.KAFKA;
            given.tailMap(prefix).values().stream()
                    .takeWhile(one -> one.key().startsWith(prefix))
                    .forEach(one -> client.put(application + one.key().substring(prefix.length()), one.value()));
        }
        return new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir(),
                Arrival.BROKER_TIME,
                clock,
                layout,
                ledger,
                client,
                weaker,
                gateThreads);
    }

    /**
     * Has this process work for the hub whose names begin with the prefix that is set, before it uses one of them.
     *
     * @param kept the prefix of the data folder that the command works on, which goes before one that nobody set; null: it
     *     has none yet, or there is no folder
     */
    public void settle(@Nullable String kept) {
        String prefix = Objects.requireNonNull(given.get(Setting.PREFIX.key())).value();
        if (kept != null && isSet(Setting.PREFIX) && !kept.equals(prefix)) {
            throw new RolloutException(
                    "The names of the hub in this data folder begin with " + kept + ", but prefix is " + prefix + " ("
                            + sourceOf(Setting.PREFIX) + ").",
                    "Take that away, or name another data folder.");
        }
        Prefix hub = new Prefix(kept == null ? prefix : kept);
        if (!Prefix.settle(hub)) {
            throw new IllegalStateException(
                    "names of " + Prefix.own() + " were used before the settings with " + hub + " were read");
        }
    }

    /** Who decides: the name that is set, or the system's user. */
    public String operator() {
        Given one = given.get(Setting.OPERATOR.key());
        return one == null ? System.getProperty("user.name", "somebody") : one.value();
    }

    /** Whether somebody set it, be it to its default. */
    public boolean isSet(Setting setting) {
        Given one = given.get(setting.key());
        return one != null && !one.source().equals(Given.DEFAULT);
    }

    /** Where a setting that has a value came from, for messages. */
    public String sourceOf(Setting setting) {
        return Objects.requireNonNull(given.get(setting.key())).source();
    }

    /** One line a setting, secrets masked. */
    public List<String> lines() {
        return given.values().stream()
                .map(one -> one.key() + " = " + one.shown() + "  (" + one.source() + ")")
                .toList();
    }
}
