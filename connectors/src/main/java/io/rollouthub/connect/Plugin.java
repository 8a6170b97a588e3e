package io.rollouthub.connect;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What all of these plug-ins show Connect, and ask of their settings. */
public final class Plugin {
    /** As the jar's manifest says; without a jar there is none. */
    public static final String VERSION =
            Objects.requireNonNullElse(Plugin.class.getPackage().getImplementationVersion(), "not packaged");

    private Plugin() {}

    /** A setting that must be given, as a text. */
    public static ConfigKey required(String name, Validator validator, String doc) {
        return key(name, Type.STRING, ConfigDef.NO_DEFAULT_VALUE, validator, Importance.HIGH, doc);
    }

    /** A setting that is a time in milliseconds. */
    public static ConfigKey millis(String name, long usual, long least, Importance importance, String doc) {
        return key(name, Type.LONG, usual, Range.atLeast(least), importance, doc);
    }

    /** A setting that nobody is shown; empty if it is not given. */
    public static ConfigKey secret(String name, Importance importance, String doc) {
        return key(name, Type.PASSWORD, "", null, importance, doc);
    }

    private static ConfigKey key(
            String name, Type type, Object usual, @Nullable Validator validator, Importance importance, String doc) {
        ConfigDef one = new ConfigDef().define(name, type, usual, validator, importance, doc);
        return Objects.requireNonNull(one.configKeys().get(name));
    }

    /** Looks further if each setting is right by itself, by the one at which a look's ConfigException is shown. */
    public static Config looked(Config config, Map<String, Runnable> looks) {
        if (config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty())) {
            looks.forEach((name, look) -> {
                try {
                    look.run();
                } catch (ConfigException e) {
                    config.configValues().stream()
                            .filter(value -> value.name().equals(name))
                            .forEach(value -> value.addErrorMessage(e.getMessage()));
                }
            });
        }
        return config;
    }

    /** Whether a setting is the address of something on the web. */
    public static boolean isAddress(@Nullable Object value) {
        try {
            URI uri = URI.create(String.valueOf(value));
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
