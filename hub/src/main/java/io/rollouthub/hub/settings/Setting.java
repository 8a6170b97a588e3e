package io.rollouthub.hub.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
    CLOCK_MAX_HOLD("clock.max-hold", "60s");

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
        return "ROLLOUT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
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

    /** All names, for messages. */
    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
