package io.rollouthub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker inside this process, reachable from this machine alone unless told otherwise, that keeps its data in a folder. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String SETTINGS = "broker.properties";

    private final BrokerListeners listeners;
    private final BrokerNode node;

    private EmbeddedBroker(BrokerListeners listeners, BrokerNode node) {
        this.listeners = listeners;
        this.node = node;
    }

    /**
     * Starts a broker on what an earlier one left in the folder, or on an empty folder; returns when it serves clients.
     *
     * @param dir for this broker alone (see {@link DataFolder}), created if there is none
     * @param port for clients, 0 for any free one; may differ from the last time
     * @param advertised how clients elsewhere know it; whoever reaches such a port may read and write everything
     * @throws EmbeddedStartException if the port is taken or the folder's contents cannot be used
     */
    public static EmbeddedBroker start(Path dir, int port, List<Advertised> advertised) {
        return start(dir, port, advertised, null);
    }

    /** The same in a data folder, which asks whoever comes for a password; it keeps certificates and passwords there too. */
    public static EmbeddedBroker guarded(DataFolder data, int port, List<Advertised> advertised) {
        return start(data.folder("broker"), port, advertised, Protection.withPasswords(data.root(), advertised));
    }

    /** The same, which asks who comes; null: nobody is asked. */
    static EmbeddedBroker start(Path dir, int port, List<Advertised> advertised, @Nullable Protection protection) {
        BrokerListeners listeners = BrokerListeners.bind(port, advertised);
        Exit.setHaltProcedure((status, message) -> halt(dir, status));
        try {
            format(dir);
            return new EmbeddedBroker(
                    listeners, BrokerNode.start(config(dir, listeners.settings(protection)), listeners));
        } catch (Exception e) {
            listeners.close();
            throw new EmbeddedStartException(
                    "The broker cannot start on what is in " + dir.toAbsolutePath() + " (" + e.getMessage() + ")",
                    "Give another folder, or move this one away to start afresh.",
                    e);
        }
    }

    /** Kafka ends the process when its folder fails it: nothing more can be promised then. */
    private static void halt(Path dir, int status) {
        LOG.error(
                "The broker ends, as it cannot write to {}, where {} MiB are free. Make room there and start the hub"
                        + " again: what was committed is kept, the rest is done again.",
                dir.toAbsolutePath(),
                dir.toFile().getUsableSpace() >> 20);
        Runtime.getRuntime().halt(status);
    }

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return listeners.bootstrapServers();
    }

    /** Ends the broker; its data stays. */
    @Override
    public void close() {
        try (listeners) {
            node.close();
        }
    }

    private static void format(Path dir) throws Exception { // the formatter declares no less
        if (Files.exists(dir.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(dir);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerNode.ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerListeners.CONTROLLER)
                .addDirectory(dir.toString())
                .setMetadataLogDirectory(dir.toString())
                .run();
    }

    private static KafkaConfig config(Path dir, Map<String, String> further) throws IOException {
        var settings = new Properties();
        try (InputStream in = Objects.requireNonNull(EmbeddedBroker.class.getResourceAsStream(SETTINGS), SETTINGS)) {
            settings.load(in);
        }
        settings.putAll(further);
        settings.setProperty("node.id", Integer.toString(BrokerNode.ID));
        settings.setProperty("log.dirs", dir.toString());
        return KafkaConfig.fromProps(settings, false);
    }
}
