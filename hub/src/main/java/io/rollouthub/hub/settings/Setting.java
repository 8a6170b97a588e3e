package io.rollouthub.hub.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/** Every setting of the hub's own, with its default; those of Kafka's clients and the registry's pass through. */
public enum Setting {
    BOOTSTRAP_SERVERS("bootstrap.servers", Kind.ADDRESSES, null, "Kafka"),
    REGISTRY_URL("registry.url", Kind.URL, null, "the schema registry; Apicurio's address ends in /apis/ccompat/v7"),
    PARTITIONS("partitions", Kind.whole(1, 1_000), "6", "of the journal and the results, when they are made"),
    SUPPLIER_PARTITIONS("supplier.partitions", Kind.whole(1, 1_000), "1", "of each supplier's topics, likewise"),
    REPLICAS("replicas", Kind.REPLICAS, Kind.BROKERS_DEFAULT, "of each topic, likewise"),
    STREAM_THREADS("stream.threads", Kind.whole(1, 100), "1", "on which an instance applies the rules"),
    STATE_DIR("state.dir", Kind.TEXT, "rollout-streams", "the folder of an instance's state"),
    CLOCK_INTERVAL("clock.interval", Kind.DURATION, "10s", "between two ticks of the hub's clock"),
    CLOCK_MAX_HOLD("clock.max-hold", Kind.DURATION, "60s", "how long a tick waits for what was reported before it"),
    HTTP_HOST("http.host", Kind.TEXT, "127.0.0.1", "where the web server listens"),
    HTTP_PORT("http.port", Kind.whole(0, 65_535), "8080", "its port, 0 for any free one"),
    HTTP_USER("http.user", Kind.USER, null, "who may look, with the password"),
    HTTP_PASSWORD("http.password", Kind.SECRET, null, "of that user"),
    HTTP_TRUSTED_PROXY_HEADER("http.trusted-proxy-header", Kind.HEADER, null, "in which a proxy says who it was"),
    HTTP_TRUSTED_PROXIES("http.trusted-proxies", Kind.RANGES, null, "from where that is believed"),
    HTTP_ALLOWED_HOSTS("http.allowed-hosts", Kind.HOSTS, null, "names by which browsers may call the web server");

    /** How the names of the settings begin that are environment variables. */
    static final String VARIABLES = "ROLLOUT_";

    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(3);

    private final String key;
    final Kind kind;

    /** Its value unless one is given; null if it has none then. */
    final @Nullable String usual;

    /** For a list of settings. */
    final String about;

    Setting(String key, Kind kind, @Nullable String usual, String about) {
        this.key = key;
        this.kind = kind;
        this.usual = usual;
        this.about = about;
    }

    /** All of them, as Kafka's own settings are defined. */
    static ConfigDef definition() {
        ConfigDef all = new ConfigDef();
        for (Setting one : values()) {
            all.define(one.key, one.kind.type(), one.usual, one.kind, ConfigDef.Importance.MEDIUM, one.about);
        }
        return all;
    }

    /** Its name in a file of settings. */
    public String key() {
        return key;
    }

    /** Its name as an environment variable. */
    public String variable() {
        return VARIABLES + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
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
