package io.rollouthub.hub.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Prometheus that scrapes a hub every second, with the rules of {@code ops}. */
final class PrometheusServer implements AutoCloseable {
    private static final Path RULES = Path.of("..", "ops", "prometheus", "rollout-rules.yml");

    private final Process process;
    private final String address;

    private PrometheusServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it on a free port of this machine and waits until it answers. */
    static PrometheusServer start(Path folder, int hubsPort) throws IOException {
        Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - {job_name: rollout-hub, static_configs: [{targets: ['127.0.0.1:%d']}]}
                """.formatted(
                        RULES.toAbsolutePath().normalize(), hubsPort));
        String listen = "127.0.0.1:" + FreePort.any();
        Process process = new ProcessBuilder(
                        Program.PROMETHEUS.need().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=" + listen,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        PrometheusServer server = new PrometheusServer(process, "http://" + listen);
        try {
            Awaitility.await("Prometheus").atMost(Duration.ofSeconds(60)).until(server::isReady);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            return Scrape.get(address + "/-/ready").statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The samples that a query gives now. */
    JsonNode query(String query) {
        return get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("result");
    }

    /** The rules it has loaded. */
    JsonNode rules() {
        return get("/api/v1/rules").path("groups");
    }

    private JsonNode get(String path) {
        try {
            JsonNode answer =
                    new ObjectMapper().readTree(Scrape.get(address + path).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalStateException(path + ": " + answer);
            }
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
