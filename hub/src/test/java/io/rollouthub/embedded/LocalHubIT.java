package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollouthub.registry.SchemaRegistry;
import java.io.BufferedReader;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHubIT {
    private static final String SCHEMA =
            "{\"type\":\"record\",\"name\":\"Report\",\"namespace\":\"test\",\"fields\":[]}";

    @TempDir
    private Path dir;

    @Test
    void aKilledHubLeavesNoProcessAndLosesNothing() throws Exception {
        int id;
        Process hub = HubToKill.start(dir);
        List<ProcessHandle> children = List.of();
        try (BufferedReader output = hub.inputReader(StandardCharsets.UTF_8)) {
            String[] addresses = output.readLine().split(" ");
            children = hub.children().toList();
            assertThat(children).hasSize(1);

            assertThatThrownBy(() -> DataFolder.open(dir))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another hub (process " + hub.pid() + ")");

            KafkaClient client = new KafkaClient(addresses[0]);
            client.createTopic("events");
            client.writeInTransaction("events", "first", Instant.now());
            try (SchemaRegistry registry = SchemaRegistry.at(addresses[1], Map.of())) {
                id = registry.register("subject", SCHEMA);
            }

            hub.destroyForcibly(); // kill -9
            await().atMost(Duration.ofSeconds(10)).until(children.get(0)::isAlive, alive -> !alive);
        } finally {
            hub.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }

        try (LocalHub servers = LocalHub.start(dir);
                SchemaRegistry registry = SchemaRegistry.at(registryUrl(servers), Map.of())) {
            assertThat(registry.idOf("subject", SCHEMA)).isEqualTo(id);
            assertThat(new KafkaClient(servers.connection().bootstrapServers()).read("events", 1))
                    .containsExactly("first");
        }
    }

    @Test
    void aRegistryWhoseProcessEndsIsStartedAgainWhereItWas() {
        try (LocalHub hub = LocalHub.start(dir);
                SchemaRegistry registry = SchemaRegistry.at(registryUrl(hub), Map.of())) {
            int id = registry.register("subject", SCHEMA);
            List<ProcessHandle> first = ProcessHandle.current().children().toList();
            assertThat(first).hasSize(1);

            first.get(0).destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(first.get(0)::isAlive, alive -> !alive);

            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(idAt(registryUrl(hub))).isEqualTo(id));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(ProcessHandle.current().children()).isEmpty());
    }

    @Test
    void aRegistryThatEndsAtItsStartIsStartedOnceMore() {
        List<ProcessHandle> killed = new ArrayList<>();
        try (LocalHub hub = LocalHub.start(
                dir, Listening.ANY, broker -> ProcessHandle.current().children().forEach(starting -> {
                    starting.destroyForcibly();
                    killed.add(starting);
                }))) {
            assertThat(killed).hasSize(1);
            assertThat(hub.connection().registry().subjects()).isEmpty();
        }
    }

    @Test
    void ifOneCannotStartTheOtherDoesNotRunEither() throws Exception {
        try (ServerSocketChannel taken = Loopback.bind("test", Loopback.address(0))) {
            assertThatThrownBy(() -> LocalHub.start(dir, new Listening(Loopback.portOf(taken), 0, List.of(), false)))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("meant for the broker");
        }
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private static String registryUrl(LocalHub hub) {
        return hub.connection().registry().address();
    }

    /** By a client that has not asked before, as one that has remembers. */
    private static int idAt(String registryUrl) {
        try (SchemaRegistry fresh = SchemaRegistry.at(registryUrl, Map.of())) {
            return fresh.idOf("subject", SCHEMA);
        }
    }
}
