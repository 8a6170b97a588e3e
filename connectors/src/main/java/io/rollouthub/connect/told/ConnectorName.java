package io.rollouthub.connect.told;

import io.rollouthub.text.Quoted;
import io.rollouthub.topic.ToldTopics;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** The name of a connector, of which that of its topic is made. */
public final class ConnectorName {
    /** The setting, which Connect has for every connector. */
    public static final String SETTING = "name";

    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private ConnectorName() {}

    /**
     * Reads it.
     *
     * @throws ConfigException if no topic can be called by it
     */
    public static String of(Map<String, String> settings) {
        String name = settings.getOrDefault(SETTING, "");
        if (!USABLE.matcher(name).matches() || name.equals(ToldTopics.IMPORTED)) {
            throw new ConfigException(SETTING + ": " + Quoted.of(name) + " cannot be part of the topic "
                    + ToldTopics.of("NAME").name()
                    + "; take letters, digits, '.', '_' and '-', and not \"import\"");
        }
        return name;
    }
}
