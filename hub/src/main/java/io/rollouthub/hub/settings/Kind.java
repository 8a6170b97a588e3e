package io.rollouthub.hub.settings;

import io.rollouthub.http.AddressRange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What the value of a setting can be, and what that means to people: "… is not " and this. */
record Kind(ConfigDef.Type type, String meaning, Predicate<Object> fits) implements ConfigDef.Validator {
    /** The number of replicas that the brokers are set to. */
    static final String BROKERS_DEFAULT = "default";

    static final Kind ADDRESSES =
            text("HOST:PORT, or several with commas", "[^,\\s]+:\\d{1,5}(\\s*,\\s*[^,\\s]+:\\d{1,5})*");
    static final Kind HEADER = text("the name of a header such as X-Forwarded-User", "[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    static final Kind USER = text("a user without a colon, which basic authentication does not allow", "[^:]+");
    static final Kind TEXT = text("a text", ".+");
    static final Kind SECRET = new Kind(ConfigDef.Type.PASSWORD, "a password", any -> true);
    static final Kind REPLICAS =
            text("a whole number from 1 to 100, or default: what the brokers are set to", "default|[1-9]\\d?|100");
    static final Kind URL = text(
            "a URL such as http://host:8081; a password belongs into registry.basic.auth.user.info",
            "https?://[^@/?#\\s]+([/?#]\\S*)?");
    static final Kind DURATION = new Kind(
            ConfigDef.Type.STRING,
            "a duration such as 500ms, 10s or 1m, longer than nothing",
            value -> !duration(value.toString()).isZero());
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
