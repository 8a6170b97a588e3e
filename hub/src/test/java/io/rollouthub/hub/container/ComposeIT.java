package io.rollouthub.hub.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The compose file, really brought up; kafka and registry come out of the hub's image. The tests go in order. */
@NeedsImages
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final String PASSWORD = "of this test alone";
    private static final String ALERT = "A million sites: due 2026-01-21, 0 of 1000000 live";

    private final int kafkaPort = FreePort.any();
    private final int registryPort = FreePort.any();
    private final int consolePort = FreePort.any();

    private final Compose compose = new Compose(Map.of(
            "HUB_IMAGE",
            HubImage.built(),
            "KAFKA_PORT",
            Integer.toString(kafkaPort),
            "REGISTRY_PORT",
            Integer.toString(registryPort),
            "CONSOLE_PORT",
            Integer.toString(consolePort),
            "HUB_PASSWORD",
            PASSWORD));

    @SuppressWarnings("NullAway.Init")
    private Outside outside;

    @BeforeAll
    void start() {
        outside = new Outside("127.0.0.1:" + kafkaPort, registryPort);
    }

    @AfterAll
    void end() {
        outside.close();
        compose.close();
    }

    @Test
    @Order(1)
    void itComesUpInOrderAndIsHealthy() {
        compose.run("up", "-d", "--no-build");
        assertThat(Engine.inspect(compose.container("prepare"), "{{.State.Status}} {{.State.ExitCode}}"))
                .as(compose.run("logs", "prepare"))
                .isEqualTo("exited 0");
        for (String service : List.of("kafka", "registry", "streams-1", "streams-2", "console", "connect")) {
            Awaitility.await(service).atMost(Duration.ofSeconds(90)).until(() -> Engine.inspect(
                            compose.container(service), "{{.State.Health.Status}}")
                    .equals("healthy"));
        }
    }

    @Test
    @Order(2)
    void anEventFromOutsideBecomesAnAlert() throws Exception {
        outside.promise("bt", "promise", "london");
        outside.awaitAlerts(1);
        assertThat(compose.run("exec", "-T", "streams-1", "rollout", "status")).contains(ALERT);
    }

    @Test
    @Order(3)
    void theConsoleShowsItToWhoeverHasThePassword() throws Exception {
        assertThat(getAlerts("wrong").statusCode()).isEqualTo(401);
        Awaitility.await("the alert in the console")
                .atMost(Duration.ofSeconds(60))
                .until(() -> getAlerts(PASSWORD).body().contains("london/MILESTONE_MISSED/promise"));
    }

    private HttpResponse<String> getAlerts(String password) throws IOException, InterruptedException {
        String who = Base64.getEncoder().encodeToString(("rollout:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort + "/api/alerts"))
                .header("Authorization", "Basic " + who)
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Order(4)
    void theDemoDataIsLoadedByItsProfile() {
        assertThat(compose.run("--profile", "demo", "run", "--rm", "-T", "demo-data"))
                .contains("5 accepted, 0 refused", "27 accepted, 0 refused");
        outside.hub().await("its milestones", model -> model.milestones().containsKey("south/dozen-by-end-october"));
    }

    @Test
    @Order(5)
    void portsArePublishedOnLoopbackAlone() {
        for (String service : List.of("kafka", "registry", "streams-1", "streams-2", "console", "connect")) {
            assertThat(Engine.inspect(
                            compose.container(service),
                            "{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}} {{end}}{{end}}"))
                    .as(service)
                    .matches("(127\\.0\\.0\\.1 ?)*");
        }
    }
}
