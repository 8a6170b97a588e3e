package io.rollouthub.hub.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.HttpSettings.Credentials;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is told where neither Kafka nor a registry is; a hub that is well stands in {@code MetricsIT}. It mostly waits. */
@Execution(ExecutionMode.CONCURRENT)
class MonitoringTest {
    private static final HttpSettings OPEN = HttpSettings.loopback(0);

    private final SchemaRegistry registry = SchemaRegistry.at("http://127.0.0.1:1/", Map.of());
    private final Monitoring monitoring =
            new Monitoring(new Connection("127.0.0.1:1", registry, Path.of("unused")), ClockSettings.DEFAULT);

    @AfterEach
    void stop() {
        monitoring.close();
        registry.close();
    }

    @Test
    void aProcessWhoseServersDoNotAnswerIsAliveButNotReadyAndSaysWhy() throws Exception {
        try (HttpServer server = HttpServer.start(OPEN, monitoring.routes(OPEN))) {
            assertThat(Scrape.get(server.address() + "health/live").statusCode())
                    .isEqualTo(200);
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body())
                        .contains("Kafka at 127.0.0.1:1 cannot be reached", "registry at http://127.0.0.1:1/");
            });
            Scrape scrape = Scrape.of(server.address());
            assertThat(scrape.value("rollout_server_reachable{server=\"kafka\"}"))
                    .isZero();
            assertThat(scrape.value("rollout_server_reachable{server=\"registry\"}"))
                    .isZero();
            assertThat(scrape.value("rollout_clock_age_seconds")).isNaN();
            assertThat(scrape.series()).noneMatch(name -> name.startsWith("rollout_journal_lag"));
        }
    }

    @Test
    void whereCredentialsAreAskedForProbesNeedNoneAndAreToldNoAddresses() throws Exception {
        HttpSettings guarded =
                new HttpSettings(OPEN.host(), 0, Set.of(), new Credentials("prometheus", "secret"), null, false);
        try (HttpServer server = HttpServer.start(guarded, monitoring.routes(guarded))) {
            HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            JsonNode checks = new ObjectMapper().readTree(ready.body()).path("checks");
            assertThat(checks).isNotEmpty().allMatch(check -> check.path("detail")
                    .isNull());
            assertThat(Scrape.get(server.address() + "metrics").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whatACollectionLeavesOfTheHeapIsAShareOfIt() throws Exception {
        System.gc();
        try (HttpServer server = HttpServer.start(OPEN, monitoring.routes(OPEN))) {
            assertThat(Scrape.of(server.address()).value("rollout_heap_used_ratio"))
                    .isGreaterThan(0)
                    .isLessThan(1);
        }
    }

    @Test
    void anInstanceThatIsYetToStartIsNotReady() throws Exception {
        monitoring.listener();
        try (HttpServer server = HttpServer.start(OPEN, monitoring.routes(OPEN))) {
            assertThat(Scrape.get(server.address() + "health/ready").body())
                    .contains("\"check\":\"instance\",\"ok\":false,\"detail\":\"starts\"");
        }
    }
}
