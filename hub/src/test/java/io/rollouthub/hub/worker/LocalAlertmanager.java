package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real Alertmanager on a free port of this machine, with Debian's program. */
final class LocalAlertmanager implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path config;
    private final Path dir;
    private final int port = FreePort.any();
    private Process process;
    private int starts;

    LocalAlertmanager(Path config, Path dir) throws IOException {
        this.config = config;
        this.dir = dir;
        this.process = start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** {@code kill -9}, and a start that remembers nothing. */
    void restartWithoutMemory() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        process = start();
    }

    /** What it knows of the alerts of one cluster. */
    List<JsonNode> alerts(String cluster) {
        JsonNode all = get("/api/v2/alerts?filter=cluster%3D%22" + cluster + "%22");
        List<JsonNode> alerts = new ArrayList<>();
        all.forEach(alerts::add);
        return alerts;
    }

    /** What amtool prints. */
    String amtool(String... args) {
        return Command.of("amtool").and(args).run().orFail();
    }

    private Process start() throws IOException {
        Path log = dir.resolve("alertmanager-" + ++starts + ".log");
        Process started = new ProcessBuilder(
                        Program.ALERTMANAGER.need().toString(),
                        "--config.file=" + config,
                        "--storage.path=" + Files.createDirectory(dir.resolve("storage-" + starts)),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await("Alertmanager at " + url())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> assertThat(started.isAlive()).as(log.toString()).isTrue())
                .ignoreExceptions()
                .until(() -> get("/api/v2/status").has("uptime"));
        return started;
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
