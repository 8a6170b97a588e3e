package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.WorkerDoor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody on this machine, or a page in its browser, gets of the worker's REST interface. */
@ExtendWith(ConnectExtension.class)
final class WorkerDoorIT {
    private final RunningConnect hub;
    private final WorkerDoor door;

    WorkerDoorIT(RunningConnect hub) {
        this.hub = hub;
        this.door = hub.rest().worker();
    }

    @Test
    void nobodyGetsAnythingWithoutTheToken() throws IOException {
        String here = "127.0.0.1:" + door.url().getPort();
        for (String call : List.of(
                "GET /",
                "GET /connectors",
                "GET /connector-plugins",
                "GET /health",
                "GET /admin/loggers",
                "GET /connectors/a/config",
                "DELETE /connectors/a",
                "PUT /connectors/a/config",
                "PUT /connectors/a/stop",
                "PUT /admin/loggers/root",
                "POST /connectors",
                "GET /x/../connectors",
                "GET //connectors",
                "GET /connectors/a/tasks",
                "POST /connectors;x/a/tasks/../../../connectors")) {
            assertThat(ask(call, here, "")).as(call).contains(" 40").doesNotContain(" 404", "[]", "version");
            assertThat(ask(call, here, "Authorization: Bearer 00\r\n"))
                    .as(call)
                    .contains(" 40")
                    .doesNotContain(" 404");
        }
        assertThat(ask("GET /connectors", here, "Authorization: " + door.authorization() + "\r\n"))
                .contains(" 200 ");
    }

    @Test
    void whatWorkersAskEachOtherNeedsTheirKey() throws IOException {
        String here = "127.0.0.1:" + door.url().getPort();
        assertThat(ask("POST /connectors/a/tasks", here, "")).containsPattern(" (400|401|403|409|503) ");
        assertThat(ask("PUT /connectors/a/fence", here, "")).containsPattern(" (400|401|403|409|503) ");
    }

    @Test
    void aPageOfAnotherSiteGetsNothingEvenWithTheToken() throws IOException {
        for (String host : List.of("evil.example.org", "127.0.0.1.evil.example.org:8083", "localhost.evil")) {
            assertThat(ask("GET /connectors", host, "Authorization: " + door.authorization() + "\r\n"))
                    .contains(" 403 ")
                    .contains("Host header");
        }
    }

    @Test
    void theTokenIsForItsUserAlone() throws IOException {
        Path folder = hub.workersFolder();
        for (String name : List.of("rest.token", "worker.properties")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("rest.token")).hasContent(door.token());
        assertThat(door.toString()).doesNotContain(door.token());
    }

    @Test
    void aConnectorLooksUpNothingThatNoConfigurationOfOursNames(@TempDir Path elsewhere) throws IOException {
        Path secrets = Files.writeString(elsewhere.resolve("secrets.properties"), "password=topsecret");
        for (String lookup : List.of("${file:" + secrets + ":password}", "${env:PATH}")) {
            assertThat(hub.rest()
                            .mistakes(Map.of(
                                    "name",
                                    "thief",
                                    "connector.class",
                                    "io.rollouthub.connect.csv.CsvSourceConnector",
                                    "folder",
                                    lookup,
                                    "mapping.file",
                                    "m")))
                    .anyMatch(mistake -> mistake.contains("there is no folder " + lookup))
                    .noneMatch(mistake -> mistake.contains("topsecret") || mistake.contains("/bin"));
        }
    }

    private String ask(String call, String host, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", door.url().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((call + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n[]")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
