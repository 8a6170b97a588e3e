package io.rollouthub.hub.settings;

import io.rollouthub.http.AddressRange;
import io.rollouthub.runtime.BrokenPromise;
import io.rollouthub.runtime.TopicPromise;
import io.rollouthub.topic.Prefix;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Every setting of the hub's own, with its default; those of Kafka's clients and the registry's pass through. */
public enum Setting {
    BOOTSTRAP_SERVERS("bootstrap.servers", Kind.ADDRESSES, null, "Kafka"),
    REGISTRY_URL("registry.url", Kind.URL, null, "the schema registry; Apicurio's address ends in /apis/ccompat/v7"),
    PREFIX("prefix", Kind.PREFIX, Prefix.USUAL, "what the names of the hub's topics and groups begin with"),
    PARTITIONS("partitions", Kind.whole(1, 1_000), "6", "of the journal and the results, when they are made"),
    SUPPLIER_PARTITIONS("supplier.partitions", Kind.whole(1, 1_000), "1", "of each supplier's topics, likewise"),
    REPLICAS("replicas", Kind.REPLICAS, Kind.BROKERS_DEFAULT, "of each topic, likewise"),
    GATE_THREADS("gate.threads", Kind.whole(1, 100), "1", "on which an instance judges what suppliers publish"),
    STREAM_THREADS("stream.threads", Kind.whole(1, 100), "1", "on which an instance applies the rules"),
    STATE_STORES("state.stores", Kind.STORES, "memory", "where an instance keeps what the rules have made"),
    STANDBY_REPLICAS("standby.replicas", Kind.whole(0, 10), "0", "other instances that keep a copy of that ready"),
    STATE_DIR("state.dir", Kind.TEXT, "rollout-streams", "the folder of an instance's state"),
    CLOCK_INTERVAL("clock.interval", Kind.DURATION, "10s", "between two ticks of the hub's clock"),
    CLOCK_MAX_HOLD("clock.max-hold", Kind.DURATION, "60s", "how long a tick waits for what was reported before it"),
    CLOCK_MAX_STEP("clock.max-step", Kind.STEP, "1h", "how far a clock may be ahead of the time gone since"),
    ACCEPT_WEAKER(
            BrokenPromise.ACCEPTED_BY,
            Kind.PROMISES,
            null,
            "what the hub need not promise, where others set its topics"),
    OPERATOR("operator", Kind.TEXT, null, "who decides, for 'admin audit'; the system's user where it is not set"),
    HTTP_HOST("http.host", Kind.TEXT, "127.0.0.1", "where the web server listens"),
    HTTP_PORT("http.port", Kind.whole(0, 65_535), "8080", "its port, 0 for any free one"),
    HTTP_USER("http.user", Kind.USER, null, "who may look, with the password"),
    HTTP_PASSWORD("http.password", Kind.SECRET, null, "of that user"),
    HTTP_TRUSTED_PROXY_HEADER("http.trusted-proxy-header", Kind.HEADER, null, "in which a proxy says who it was"),
    HTTP_TRUSTED_PROXIES("http.trusted-proxies", Kind.RANGES, null, "from where that is believed"),
    HTTP_ALLOWED_HOSTS("http.allowed-hosts", Kind.HOSTS, null, "names by which browsers may call the web server");

    /** How the names of the settings begin that are environment variables. */
    static final String VARIABLES = "ROLLOUT_";

    /** What the value of a setting can be, and what that means to people: "… is not " and this. */
    record Kind(ConfigDef.Type type, String meaning, Predicate<Object> fits) implements ConfigDef.Validator {
        /** The number of replicas that the brokers are set to. */
        static final String BROKERS_DEFAULT = "default";

        static final Kind PREFIX = text("1 to 20 characters of a-z and 0-9", Prefix.FORM.pattern());
        static final Kind ADDRESSES =
                text("HOST:PORT, or several with commas", "[^,\\s]+:\\d{1,5}(\\s*,\\s*[^,\\s]+:\\d{1,5})*");
        static final Kind HEADER = text("the name of a header such as X-Forwarded-User", "[A-Za-z0-9!#$%&'*+.^_`|~-]+");
        static final Kind USER = text("a user without a colon, which basic authentication does not allow", "[^:]+");
        static final Kind TEXT = text("a text", ".+");
        static final Kind SECRET = new Kind(ConfigDef.Type.PASSWORD, "a password", any -> true);
        static final Kind REPLICAS =
                text("a whole number from 1 to 100, or default: what the brokers are set to", "default|[1-9]\\d?|100");
        static final Kind STORES = text("memory, or disk: files in state.dir", "memory|disk");
        static final Kind URL = text(
                "a URL such as http://host:8081; a password belongs into registry.basic.auth.user.info",
                "https?://[^@/?#\\s]+([/?#]\\S*)?");
        static final Kind DURATION = new Kind(
                ConfigDef.Type.STRING,
                "a duration such as 500ms, 10s or 1m, longer than nothing",
                value -> !duration(value.toString()).isZero());
        static final Kind STEP = new Kind(
                ConfigDef.Type.STRING,
                "a duration from 1s to 24h",
                value -> duration(value.toString()).compareTo(Duration.ofSeconds(1)) >= 0
                        && duration(value.toString()).compareTo(Duration.ofHours(24)) <= 0);
        static final Kind PROMISES = list(
                "one of " + String.join(", ", TopicPromise.keys()) + ", or several with commas",
                one -> TopicPromise.ofKey(one).isPresent());
        static final Kind HOSTS = list(
                "a host's name such as hub.example.org, without a port, or several with commas",
                one -> one.toLowerCase(Locale.ROOT).matches("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?"));
        static final Kind RANGES = list(
                "an address such as 10.0.0.7 or 10.0.0.0/8, or several with commas",
                one -> AddressRange.of(one).prefix() >= 0);

        private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

        static Kind whole(int least, int most) {
            return new Kind(
                    ConfigDef.Type.INT,
                    "a whole number from " + least + " to " + most,
                    value -> (int) value >= least && (int) value <= most);
        }

        private static Kind text(String meaning, String pattern) {
            return new Kind(
                    ConfigDef.Type.STRING, meaning, value -> value.toString().matches(pattern));
        }

        private static Kind list(String meaning, Predicate<String> fits) {
            return new Kind(ConfigDef.Type.LIST, meaning, value -> ((List<?>) value)
                    .stream().allMatch(one -> fits.test(one.toString())));
        }

        @Override
        public void ensureValid(String name, @Nullable Object value) {
            try {
                if (value == null || fits.test(value)) {
                    return;
                }
            } catch (IllegalArgumentException e) {
                // Told as what does not fit.
            }
            throw new ConfigException(name + " is not " + meaning);
        }

        /** What a text of the kind means. */
        static Duration duration(String value) {
            Matcher matcher = AMOUNT.matcher(value);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(value);
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }

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
