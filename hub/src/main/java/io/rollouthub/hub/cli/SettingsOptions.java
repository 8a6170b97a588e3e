package io.rollouthub.hub.cli;

import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a Kafka and a registry, and a file with that and all other settings. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, as properties. Environment variables ROLLOUT_... and options go over them.")
    private @Nullable Path config;

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            description = "Kafka's bootstrap servers, instead of a data folder; needs --registry.")
    private @Nullable String connect;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry, with --connect.")
    private @Nullable String registry;

    /** The settings of this command. */
    Settings read() {
        return read(Map.of());
    }

    /** The same, with further ones that the command line says. */
    Settings read(Map<Setting, String> further) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        options.putAll(further);
        if (connect != null) {
            options.put(Setting.BOOTSTRAP_SERVERS, connect);
        }
        if (registry != null) {
            options.put(Setting.REGISTRY_URL, registry);
        }
        return Settings.read(config, System.getenv(), options);
    }

    /** Whether the command line says where to look, and not the environment alone. */
    boolean areGiven() {
        return config != null || connect != null;
    }
}
