package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final Instant LONG_AGO = Instant.parse("2004-06-01T00:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void keepsWhatItWasSentOverARestartOnOtherPorts() throws Exception {
        String big = "x".repeat(2 << 20);
        String before;
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0, List.of())) {
            before = broker.bootstrapServers();
            KafkaClient client = new KafkaClient(before);
            client.createTopic("events");
            client.writeInTransaction("events", "first", LONG_AGO);
            client.writeInTransaction("events", big, Instant.now().plusSeconds(86_400));
            assertThat(client.read("events", 2)).containsExactly("first", big);
        }

        try (ServerSocketChannel taken = Loopback.bind("test", Loopback.address(portOf(before)));
                EmbeddedBroker broker = EmbeddedBroker.start(dir, 0, List.of())) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:").isNotEqualTo(before);
            KafkaClient client = new KafkaClient(broker.bootstrapServers());
            client.writeInTransaction("events", "third", LONG_AGO);
            assertThat(client.read("events", 3)).containsExactly("first", big, "third");
        }
    }

    @Test
    void tellsClientsFromElsewhereTheNameByWhichTheyKnowIt() throws Exception {
        int port;
        try (ServerSocketChannel free = Loopback.bind("test", Loopback.address(0))) {
            port = Loopback.portOf(free);
        }
        Advertised elsewhere = Advertised.parse("localhost:" + port);
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0, List.of(elsewhere))) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:").doesNotEndWith(":" + port);
            assertThat(nodeAsToldAt("127.0.0.1:" + port)).isEqualTo("localhost:" + port);
            assertThat(nodeAsToldAt(broker.bootstrapServers())).isEqualTo(broker.bootstrapServers());
        }
    }

    private static String nodeAsToldAt(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            Node node = admin.describeCluster().controller().get(30, TimeUnit.SECONDS);
            return node.host() + ":" + node.port();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocketChannel taken = Loopback.bind("test", Loopback.address(0))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(dir, Loopback.portOf(taken), List.of()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("Port " + Loopback.portOf(taken) + " of 127.0.0.1, meant for the broker,")
                    .hasMessageEndingWith("or choose another port.");
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void saysThatAFolderHoldsSomethingElse() throws Exception {
        Files.writeString(dir.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=another\n");

        assertThatThrownBy(() -> EmbeddedBroker.start(dir, 0, List.of()))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot start on what is in " + dir)
                .hasMessageContaining("Stored node id 7")
                .hasMessageEndingWith("or move this one away to start afresh.");
    }

    @Test
    void saysThatItsRecordsAreDamaged() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0, List.of())) {
            new KafkaClient(broker.bootstrapServers()).createTopic("events");
        }
        Path metadata = dir.resolve("__cluster_metadata-0");
        Files.writeString(metadata.resolve("quorum-state"), "not json");

        assertThatThrownBy(() -> EmbeddedBroker.start(dir, 0, List.of()))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot start on what is in " + dir);
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }
}
