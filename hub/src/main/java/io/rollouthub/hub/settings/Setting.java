package io.rollouthub.hub.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Every setting of the hub's own, with its default; those of Kafka's clients and the registry's pass through. */
public enum Setting {
    BOOTSTRAP_SERVERS("bootstrap.servers", null),
    REGISTRY_URL("registry.url", null),
    PARTITIONS("partitions", "6"),
    SUPPLIER_PARTITIONS("supplier.partitions", "1"),
    REPLICAS("replicas", Parsed.BROKERS_DEFAULT),
    STREAM_THREADS("stream.threads", "1"),
    STATE_DIR("state.dir", "rollout-streams"),
    CLOCK_INTERVAL("clock.interval", "10s"),
    CLOCK_MAX_HOLD("clock.max-hold", "60s"),
    HTTP_HOST("http.host", "127.0.0.1"),
    HTTP_PORT("http.port", "8080"),
    HTTP_USER("http.user", null),
    HTTP_PASSWORD("http.password", null),
    HTTP_TRUSTED_PROXY_HEADER("http.trusted-proxy-header", null),
    HTTP_TRUSTED_PROXIES("http.trusted-proxies", null),
    HTTP_ALLOWED_HOSTS("http.allowed-hosts", null);

    /** How the names of the settings begin that are environment variables. */
    static final String VARIABLES = "ROLLOUT_";

    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(3);

    private final String key;
    private final @Nullable String usual;

    Setting(String key, @Nullable String usual) {
        this.key = key;
        this.usual = usual;
    }

    /** Its name in a file of settings. */
    public String key() {
        return key;
    }

    /** Its name as an environment variable. */
    public String variable() {
        return VARIABLES + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Its value unless one is given; null if it has none then. */
    @Nullable
    String usual() {
        return usual;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(one -> one.variable().equals(variable))
                .findFirst();
    }

    /** The one whose environment variable was probably meant. */
    static Optional<Setting> like(String variable) {
        return Arrays.stream(values())
                .filter(one -> TYPOS.apply(one.variable(), variable) >= 0)
                .min(Comparator.comparing(one -> TYPOS.apply(one.variable(), variable)));
    }

    /** All names, for messages. */
    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
