package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that lets users with a password do what ACLs say; by another port whoever comes may do everything. */
final class GuardedBroker implements AutoCloseable {
    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final String NODE = "1";

    private final KafkaRaftServer server;
    private final int open;
    private final int guarded;

    private GuardedBroker(KafkaRaftServer server, int open, int guarded) {
        this.server = server;
        this.open = open;
        this.guarded = guarded;
    }

    /** Starts it in an empty folder. */
    static GuardedBroker start(Path folder) throws Exception { // the formatter declares no less
        int open = freePort();
        int guarded = freePort();
        int controller = freePort();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(Integer.parseInt(NODE))
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .run();
        Properties settings = settings(open, guarded, controller);
        settings.setProperty("log.dirs", folder.toString());
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, open, guarded);
    }

    private static Properties settings(int open, int guarded, int controller) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            assertThat(in).isNotNull();
            settings.load(in);
        }
        settings.putAll(Map.of(
                "node.id",
                NODE,
                "listeners",
                "OPEN://" + at(open) + ",GUARDED://" + at(guarded) + ",CONTROLLER://" + at(controller),
                "advertised.listeners",
                "OPEN://" + at(open) + ",GUARDED://" + at(guarded),
                "listener.security.protocol.map",
                "OPEN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "OPEN",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                NODE + "@" + at(controller)));
        settings.putAll(Map.of(
                "authorizer.class.name",
                StandardAuthorizer.class.getName(),
                "super.users",
                "User:ANONYMOUS",
                "listener.name.guarded.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.guarded.scram-sha-512.sasl.jaas.config",
                LOGIN + ";"));
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String at(int port) {
        return "127.0.0.1:" + port;
    }

    /** Where whoever comes may do everything. */
    String openServers() {
        return at(open);
    }

    /** Where users come with their passwords. */
    String guardedServers() {
        return at(guarded);
    }

    /** How it does that: settings of any Kafka client. */
    static Map<String, String> login(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                LOGIN + " username=\"" + user + "\" password=\"" + password + "\";");
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
