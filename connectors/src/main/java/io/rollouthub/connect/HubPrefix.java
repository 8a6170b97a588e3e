package io.rollouthub.connect;

import io.rollouthub.topic.Prefix;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Which hub a connector works for: that of its setting {@code prefix}, or that of the worker it runs in. */
public final class HubPrefix {
    /** What the names of the hub's topics and groups begin with. */
    public static final String SETTING = "prefix";

    /** What the setting means, for a list of settings. */
    public static final String ABOUT =
            "What the names of the hub's topics begin with, if it is not what those of the worker's hub do.";

    private HubPrefix() {}

    /**
     * Reads it.
     *
     * @throws ConfigException if it cannot be one
     */
    public static Prefix of(Map<String, String> settings) {
        String prefix = settings.getOrDefault(SETTING, "");
        try {
            return prefix.isEmpty() ? Prefix.own() : new Prefix(prefix);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(SETTING + ": " + e.getMessage());
        }
    }
}
