package io.rollouthub.hub.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of settings as what they mean; what they cannot be is an {@link IllegalArgumentException} that says why. */
final class Parsed {
    /** The number of replicas that the brokers are set to. */
    static final String BROKERS_DEFAULT = "default";

    private static final Pattern ADDRESSES = Pattern.compile("[^,\\s]+:\\d{1,5}(\\s*,\\s*[^,\\s]+:\\d{1,5})*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    private Parsed() {}

    static String addresses(String value) {
        if (!ADDRESSES.matcher(value).matches()) {
            throw new IllegalArgumentException("is not HOST:PORT, or several with commas");
        }
        return value;
    }

    static String url(String value) {
        URI uri = URI.create(value);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("is not a URL such as http://host:8081");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("holds a password; that belongs into registry.basic.auth.user.info");
        }
        return value;
    }

    static int whole(String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("is not a whole number from " + least + " to " + most);
    }

    /** How many, or -1 for as many as the brokers are set to. */
    static short replicas(String value) {
        return value.equals(BROKERS_DEFAULT) ? -1 : (short) whole(value, 1, 100);
    }

    /** What stands between commas. */
    static List<String> list(String value) {
        return Pattern.compile("\\s*,\\s*").splitAsStream(value.strip()).toList();
    }

    static Set<String> hosts(String value) {
        List<String> hosts = list(value.toLowerCase(Locale.ROOT));
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        "is not a host's name such as hub.example.org, without a port, or several with commas");
            }
        }
        return Set.copyOf(hosts);
    }

    static String header(String value) {
        if (!HEADER.matcher(value).matches()) {
            throw new IllegalArgumentException("is not the name of a header such as X-Forwarded-User");
        }
        return value;
    }

    static String user(String value) {
        if (value.contains(":")) {
            throw new IllegalArgumentException("holds a colon, which basic authentication does not allow in a user");
        }
        return value;
    }

    static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is not a duration such as 500ms, 10s or 1m");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                };
        if (duration.isZero()) {
            throw new IllegalArgumentException("has to be longer than nothing");
        }
        return duration;
    }
}
