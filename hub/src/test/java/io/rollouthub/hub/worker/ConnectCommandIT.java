package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.hub.live.HubProcess;
import io.rollouthub.hub.worker.ConnectRest.Part;
import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code rollout connect} as a process: what it tells of configurations, failures and its own end. */
@ExtendWith(ConnectExtension.class)
final class ConnectCommandIT {
    private final RunningConnect hub;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    ConnectCommandIT(RunningConnect hub) {
        this.hub = hub;
    }

    /** The command's worker would share the work with the one of the other tests. */
    @BeforeEach
    void alone() {
        hub.stopWorker();
    }

    @AfterEach
    void back() {
        hub.restartWorker();
        hub.rest().parts().stream().map(Part::connector).distinct().forEach(hub.rest()::delete);
    }

    @Test
    void whatIsConfiguredRunsIsSupervisedAndEndsWithTheCommand() throws IOException {
        write("waits.json", sink("${env:NOT_SET_ANYWHERE}"));
        write("lost.json", sink("jdbc:postgresql://127.0.0.1:" + FreePort.any() + "/none?connectTimeout=2"));
        List<ProcessHandle> children;
        try (HubProcess connect = start()) {
            connect.awaitOutput("A Connect worker runs on Kafka at "
                    + hub.connection().bootstrapServers() + ", its REST interface is at http://127.0.0.1:");
            connect.awaitOutput("Connector waits is left out: " + folder.resolve("waits.json")
                    + " needs NOT_SET_ANYWHERE, which is not set.");
            connect.awaitOutput("Connector lost is started.");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(connect.err())
                    .containsPattern("Connector lost, task 0 has failed: .+\\. It is started again in 1 s\\.")
                    .containsPattern("Connector lost, task 0 has failed: .+\\. It is started again in 2 s\\."));
            assertThat(connect.err()).doesNotContain("\tat ");

            children = connect.children();
            assertThat(children).isNotEmpty();
            assertThat(connect.stop()).isNotNegative();
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Tag("full")
    @Test
    void aMistakeIsToldWithFileAndKeyAndNothingIsStarted() throws IOException {
        write(
                "lost.json",
                sink("jdbc:postgresql://127.0.0.1:1/none")
                        .replace("\"insert.mode\": \"upsert\"", "\"tasks.max\": \"many\""));
        write("unknown.json", "{\"connector.class\": \"org.example.NoSuchSink\", \"topics\": \"t\"}");
        try (HubProcess connect = start()) {
            assertThat(connect.exitCode()).isEqualTo(1);
            assertThat(connect.err())
                    .contains(folder.resolve("lost.json")
                            + ": tasks.max: Invalid value many for configuration tasks.max: ")
                    .contains(folder.resolve("unknown.json") + ": connector.class: ")
                    .contains("NoSuchSink")
                    .doesNotContain("\tat ");
            assertThat(connect.out()).doesNotContain("is started");
        }
    }

    private HubProcess start() {
        return HubProcess.start(
                folder,
                Map.of("ROLLOUT_STATE_DIR", folder.resolve("state").toString()),
                "connect",
                "--connect",
                hub.connection().bootstrapServers(),
                "--registry",
                hub.connection().registry().address(),
                "--connectors",
                folder.toString(),
                "--port",
                "0");
    }

    private static String sink(String url) {
        return """
                {"connector.class": "io.debezium.connector.jdbc.JdbcSinkConnector", "topics": "no-such-topic",
                 "connection.url": "%s", "connection.username": "u", "connection.password": "p",
                 "insert.mode": "upsert", "primary.key.mode": "record_key"}
                """.formatted(url);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
