package io.rollouthub.hub.cli;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options by which a command finds its hub: one that runs on this machine, one elsewhere, or kept data. */
final class HubAccess {
    private static final Path USUAL = Path.of("rollout-data");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a hub on this machine, running or not. Default: rollout-data.")
    private @Nullable Path data;

    @Mixin
    private SettingsOptions options;

    /**
     * A hub that can be reached until it is closed.
     *
     * @param end what closing it does
     */
    record Opened(Connection connection, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** The settings of this command. */
    Settings settings() {
        return options.read();
    }

    /**
     * Reaches the hub; where nothing runs on the data folder, broker and registry are started on it for this command.
     *
     * @throws RolloutException if there is none, or Kafka or the registry does not answer
     */
    Opened open() {
        return answering(locate(settings()));
    }

    /**
     * Reaches a hub that runs: kept data alone is of no use, as nobody would judge what is sent there.
     *
     * @throws RolloutException if there is none, or Kafka or the registry does not answer
     */
    Opened openRunning(Settings settings) {
        Path folder = folder(settings);
        if (folder != null && HubFile.ofRunningHub(folder) == null) {
            throw new RolloutException(
                    "No hub runs on the data in " + folder + ".",
                    "Start it with 'rollout up --data " + folder + "', or name a Kafka with --connect and --registry.");
        }
        return answering(locate(settings));
    }

    /** Reaches the hub; a data folder with nothing in it gets a broker and a registry for this command. */
    Opened openOrCreate(Settings settings) {
        Path folder = folder(settings);
        if (folder != null && !Files.isDirectory(folder.resolve("broker"))) {
            LocalHub created = LocalHub.start(folder);
            return new Opened(created.connection(), created::close);
        }
        return answering(locate(settings));
    }

    private static Opened answering(Opened hub) {
        try {
            requireAnswer(hub.connection());
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    /**
     * Looks at the hub's topics; Ctrl-C ends that.
     *
     * @param look what the command does with them; its exit code
     * @throws RolloutException if there is no hub, or it has no topics
     */
    int look(Function<HubReader, Integer> look) throws Exception {
        return GracefulStop.run(() -> {
            try (Opened hub = open()) {
                HubReader reader = new HubReader(
                        hub.connection(),
                        telling(new ProgressLine(spec.commandLine().getErr())));
                requirePrepared(reader);
                return look.apply(reader);
            }
        });
    }

    /** Throws if there is nothing to read. */
    static void requirePrepared(HubReader reader) {
        if (!reader.isPrepared()) {
            throw new RolloutException(
                    "This hub has no topics yet: it was never started whole.",
                    "Start it with 'rollout up', or 'rollout streams' on your Kafka.");
        }
    }

    private static HubReader.Listener telling(ProgressLine progress) {
        return new HubReader.Listener() {
            @Override
            public void read(long records) {
                progress.count(records, "records read");
            }

            @Override
            public void done() {
                progress.clear();
            }
        };
    }

    /** As {@link #open}, without looking whether Kafka and the registry answer. */
    Opened locate(Settings settings) {
        Path folder = folder(settings);
        return folder == null ? at(settings) : inFolder(folder, settings);
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

    /** The console of the hub that runs on the data folder; null if there is none. */
    @Nullable
    String consoleUrl(Settings settings) {
        Path folder = folder(settings);
        HubFile running = folder == null ? null : HubFile.ofRunningHub(folder);
        return running == null ? null : running.consoleUrl();
    }

    /**
     * The Kafka and the registry that settings name.
     *
     * @throws RolloutException if they do not name both
     */
    static Opened at(Settings settings) {
        if (settings.bootstrapServers() == null) {
            throw new RolloutException(
                    "No Kafka is named.",
                    "Name it with --connect and its schema registry with --registry,"
                            + " or set bootstrap.servers and registry.url in a file for --config.");
        }
        if (settings.registryUrl() == null) {
            throw new RolloutException(
                    "No schema registry is named.",
                    "--connect needs --registry, its address (among the settings: registry.url).");
        }
        return at(settings.bootstrapServers(), settings.registryUrl(), settings.stateDir(), settings);
    }

    /** Throws if Kafka or the registry does not answer. */
    static void requireAnswer(Connection connection) {
        Problem problem = Reach.kafka(connection);
        if (problem == null) {
            problem = Reach.registry(connection.registry());
        }
        if (problem != null) {
            throw new RolloutException(problem.what(), problem.remedy());
        }
    }

    private static Opened inFolder(Path folder, Settings settings) {
        HubFile running = HubFile.ofRunningHub(folder);
        if (running != null) {
            return at(running.bootstrapServers(), running.registryUrl(), folder.resolve("streams"), settings);
        }
        if (!Files.isDirectory(folder.resolve("broker"))) {
            throw new RolloutException(
                    "There is no hub's data in " + folder + ".",
                    "Start a hub there with 'rollout up --data " + folder
                            + "', name the folder of another with --data, or a Kafka with --connect and --registry.");
        }
        LocalHub hub = LocalHub.start(folder);
        return new Opened(hub.connection(), hub::close);
    }

    private static Opened at(String bootstrapServers, String registryUrl, Path stateDir, Settings settings) {
        SchemaRegistry client = SchemaRegistry.at(registryUrl, settings.registry());
        return new Opened(new Connection(bootstrapServers, client, stateDir, settings.kafka()), client::close);
    }
}
