package io.rollouthub.hub.cli;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.embedded.HubLogins;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds its hub: one that runs on this machine, one elsewhere, or kept data. */
final class HubAccess {
    private static final Path USUAL = Path.of("rollout-data");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a hub on this machine, running or not. Default: rollout-data.")
    private @Nullable Path data;

    @Mixin
    private SettingsOptions options;

    private String user = HubLogins.ADMINISTRATOR;

    /** The same, which comes to a guarded hub on this machine as one of its users, and not as its administrator. */
    HubAccess as(String other) {
        user = other;
        return this;
    }

    /** The settings of this command. */
    Settings settings() {
        return settings(Map.of());
    }

    /** The same, with what this command's own options say; from now on this process works for that hub. */
    Settings settings(Map<Setting, String> own) {
        Settings settings = options.read(own);
        Path folder = folder(settings);
        settings.settle(folder == null ? null : HubFile.prefixOf(folder));
        return settings;
    }

    /** Reaches the hub, started for this command where its data alone is; throws if there is none, or no answer. */
    OpenedHub open() {
        return locate(settings()).answering();
    }

    /** Reaches a hub that runs, as nobody judges what is sent to kept data; throws as {@link #open} does. */
    OpenedHub openRunning(Settings settings) {
        Path folder = folder(settings);
        if (folder != null && HubFile.ofRunningHub(folder) == null) {
            throw new RolloutException(
                    "No hub runs on the data in " + folder + ".",
                    "Start it with 'rollout up --data " + folder + "', or name a Kafka with --connect and --registry.");
        }
        return locate(settings).answering();
    }

    /** Reaches the hub; a data folder with nothing in it gets a broker and a registry for this command. */
    OpenedHub openOrCreate(Settings settings) {
        Path folder = folder(settings);
        return folder != null && !hasData(folder)
                ? OpenedHub.started(folder)
                : locate(settings).answering();
    }

    /** As {@link #open}, without looking whether Kafka and the registry answer. */
    OpenedHub locate(Settings settings) {
        Path folder = folder(settings);
        if (folder == null) {
            return OpenedHub.at(settings);
        }
        HubFile running = HubFile.ofRunningHub(folder);
        if (running != null) {
            return OpenedHub.running(running, folder, settings, user);
        }
        if (!hasData(folder)) {
            throw new RolloutException(
                    "There is no hub's data in " + folder + ".",
                    "Start a hub there with 'rollout up --data " + folder
                            + "', name the folder of another with --data, or a Kafka with --connect and --registry.");
        }
        return OpenedHub.started(folder);
    }

    private static boolean hasData(Path folder) {
        return Files.isDirectory(folder.resolve("broker"));
    }

    /** The console of the hub that runs on the data folder; null if there is none. */
    @Nullable
    String consoleUrl(Settings settings) {
        Path folder = folder(settings);
        HubFile running = folder == null ? null : HubFile.ofRunningHub(folder);
        return running == null ? null : running.consoleUrl();
    }

    /** Where the hub's data is, if that is how it is to be found; null if by its addresses. */
    private @Nullable Path folder(Settings settings) {
        if (options.areGiven() || data == null) {
            if (settings.bootstrapServers() != null) {
                return null;
            }
            if (settings.registryUrl() != null) {
                throw new RolloutException(
                        "A registry alone is no hub", "name its Kafka with --connect or bootstrap.servers.");
            }
        }
        return data == null ? USUAL : data;
    }
}
