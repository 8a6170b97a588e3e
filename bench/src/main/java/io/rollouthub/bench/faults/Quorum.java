package io.rollouthub.bench.faults;

import io.rollouthub.embedded.ChildJvm;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The brokers: each a process that is broker and controller, all of them the quorum. Clients of the hub and suppliers come by
 * wires; brokers among themselves, and whoever reckons, by ports of their own.
 */
final class Quorum implements AutoCloseable {
    private static final String SETTINGS = "broker.properties"; // those of the embedded broker, to begin with
    private static final int DISK_MEBIBYTES = 256;
    private static final String CLUSTER_ID = "campaignOfFaultsAAAAAA";
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Path folder;
    private final List<Node> nodes;
    private final List<Wire> wires = new ArrayList<>();
    private @Nullable SmallDisk disk;

    private record Node(int id, int wire, int clients, int inside, int controller) {}

    private Quorum(Path folder, List<Node> nodes) {
        this.folder = folder;
        this.nodes = nodes;
    }

    /** Lays the wires and writes what the brokers start on; starts none. */
    static Quorum prepare(Path folder, int brokers, Ports ports) throws IOException {
        List<Node> nodes = IntStream.rangeClosed(1, brokers)
                .mapToObj(id -> new Node(id, ports.next(), ports.next(), ports.next(), ports.next()))
                .toList();
        Quorum quorum = new Quorum(folder, nodes);
        for (Node node : nodes) {
            quorum.wires.add(Wire.between("wire to " + name(node), node.wire(), node.clients()));
            Files.createDirectories(quorum.data(node.id() - 1));
        }
        quorum.disk = SmallDisk.mount(quorum.data(0), DISK_MEBIBYTES).orElse(null);
        for (Node node : nodes) {
            quorum.format(node);
        }
        return quorum;
    }

    List<Wire> wires() {
        return wires;
    }

    /** By wires that can be cut. */
    String bootstrapServers() {
        return nodes.stream().map(node -> address(node.wire())).collect(Collectors.joining(","));
    }

    /** By ways that are never cut. */
    String insideServers() {
        return nodes.stream().map(node -> address(node.inside())).collect(Collectors.joining(","));
    }

    List<Part> parts() {
        return nodes.stream()
                .map(node -> new Part(name(node), QuorumNode.SERVES, run -> start(node, run)))
                .toList();
    }

    /** What the first broker has its data on, if it can be filled. */
    Optional<SmallDisk> disk() {
        return Optional.ofNullable(disk);
    }

    private Path data(int number) {
        return folder.resolve(name(nodes.get(number))).resolve("data");
    }

    private ChildProcess start(Node node, int run) {
        Path own = folder.resolve(name(node)).resolve("run-" + run);
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> main = List.of(QuorumNode.class.getName(), settingsOf(node).toString());
        List<Path> classPath = List.of(Path.of(System.getProperty("bench.lib")));
        return new ChildJvm(name(node), classPath, main, JVM, Map.of()).start(own);
    }

    private Path settingsOf(Node node) {
        return folder.resolve(name(node)).resolve(SETTINGS);
    }

    private void format(Node node) throws IOException {
        Path data = data(node.id() - 1);
        try (OutputStream out = Files.newOutputStream(settingsOf(node))) {
            settings(node).store(out, "Written for a campaign of faults.");
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(node.id())
                    .setClusterId(CLUSTER_ID)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .run();
        } catch (Exception e) { // the formatter declares no less
            throw new IllegalStateException("the folder of " + name(node) + " could not be prepared", e);
        }
    }

    private Properties settings(Node node) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Objects.requireNonNull(EmbeddedBroker.class.getResourceAsStream(SETTINGS))) {
            settings.load(in);
        }
        String copies = Integer.toString(nodes.size());
        String enough = Integer.toString(Math.max(1, nodes.size() - 1));
        settings.putAll(Map.of(
                "node.id",
                Integer.toString(node.id()),
                "log.dirs",
                data(node.id() - 1).toString(),
                "listeners",
                "CLIENTS://" + address(node.clients()) + ",INSIDE://" + address(node.inside()) + ",CONTROLLER://"
                        + address(node.controller()),
                "advertised.listeners",
                "CLIENTS://" + address(node.wire()) + ",INSIDE://" + address(node.inside()),
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "INSIDE",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                nodes.stream()
                        .map(voter -> voter.id() + "@" + address(voter.controller()))
                        .collect(Collectors.joining(","))));
        for (String topics : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topics + ".replication.factor", copies);
        }
        settings.putAll(Map.of(
                "transaction.state.log.min.isr", enough,
                "share.coordinator.state.topic.min.isr", enough,
                "default.replication.factor", copies,
                "min.insync.replicas", enough,
                // Several nodes: others take over from one whose heartbeat is late, and one waits for the others at its
                // start.
                "broker.session.timeout.ms", "6000",
                "metadata.max.idle.interval.ms", "500",
                "server.max.startup.time.ms", "900000"));
        return settings;
    }

    /** Cuts all wires; the brokers have ended. */
    @Override
    public void close() {
        wires.forEach(Wire::close);
        disk().ifPresent(SmallDisk::close);
    }

    private static String name(Node node) {
        return "broker-" + node.id();
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }
}
