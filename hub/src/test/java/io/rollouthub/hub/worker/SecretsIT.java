package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.ConnectFolder;
import io.rollouthub.embedded.HubFile;
import io.rollouthub.hub.live.HubProcess;
import io.rollouthub.hub.live.LiveProgramme;
import io.rollouthub.hub.live.UpFolder;
import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub, its console and its connectors with secrets of all kinds; afterwards all that they have written is looked through. */
class SecretsIT {
    private static final List<String> PAGES = List.of(
            "",
            "metrics",
            "health",
            "health/ready",
            "api/programme",
            "api/system",
            "api/alerts",
            "api/to-do",
            "api/record",
            "api/rejected",
            "assets/index.html");

    private static final String PROMISE = """
            {"type": "MilestoneEvent", "eventId": "p-1", "reportedAt": "2026-01-01T09:00:00Z", "supplier": "acme", \
            "cluster": "east", "milestone": "pledge", "title": "One site in January", "status": "COMMITTED", \
            "date": "2026-01-31", "target": {"type": "GoLiveCount", "count": 1}}
            """;

    /** What each secret is, by what it is for. */
    private final Map<String, String> secrets = new TreeMap<>();

    private final List<String> output = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void noSecretIsInAnythingThatIsWrittenShownOrStarted() throws Exception {
        Path programme = LiveProgramme.write(folder, "Europe/London");
        Map<String, String> given = hubsSecrets();
        try (HubProcess up = HubProcess.start(folder, given, UpFolder.args(folder, programme));
                WebReceiver receiver = new WebReceiver(request -> 400)) {
            up.awaitOutput("is up");
            HubFile hub = Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)));
            ask(URI.create(Objects.requireNonNull(hub.consoleUrl())));
            Path events = Files.writeString(folder.resolve("events.jsonl"), PROMISE);
            run(given, hub, "publish", "--supplier", "acme", events.toString());
            Map<String, String> all = new HashMap<>(given);
            all.putAll(connectorsSecrets(receiver.url()));
            try (HubProcess connect = HubProcess.start(
                    folder, all, at(hub, "connect", "--connectors", connectors().toString(), "--port", "0"))) {
                connect.awaitOutput("Connector webhook is started.");
                connect.awaitOutput("Connector postgresql is started.");
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> connect.err().contains("postgresql, task 0 has failed"));
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> !receiver.requests().isEmpty());
                assertThat(receiver.requests().get(0).headers()).containsKey("Rollout-signature");
                run(given, hub, "doctor");
                run(given, hub, "-v", "status");
                run(given, hub, "admin", "apply", "--dry-run", "--programme", programme.toString());
                lookAtProcesses(up, connect);
                connect.stop();
                output.add(connect.out() + connect.err());
            }
            up.stop();
            output.add(up.out() + up.err());
        }
        assertThat(folder.resolve("rollout-connect/Connect-worker.log")).isNotEmptyFile();
        output.forEach(text -> assertHasNone("what was printed or shown", text));
        lookAtFiles();
    }

    private String secret(String what) {
        return secrets.computeIfAbsent(
                what, key -> "s3cret" + UUID.randomUUID().toString().replace("-", ""));
    }

    private String inFile(String what, String text) throws IOException {
        Path file = Files.writeString(
                Files.createFile(
                        folder.resolve("secret-" + what),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                text + "\n");
        return file.toString();
    }

    /** Kafka and the registry of {@code up} ask for none, so its clients have them without need. */
    private Map<String, String> hubsSecrets() throws IOException {
        String jaas =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"%s\";";
        return Map.of(
                "ROLLOUT_HTTP_USER",
                "watcher",
                "ROLLOUT_HTTP_PASSWORD_FILE",
                inFile("http", secret("http")),
                "ROLLOUT_KAFKA_SASL_JAAS_CONFIG_FILE",
                inFile("jaas", jaas.formatted(secret("jaas"))),
                "ROLLOUT_KAFKA_SSL_KEYSTORE_PASSWORD",
                secret("keystore"),
                "ROLLOUT_REGISTRY_BASIC_AUTH_USER_INFO_FILE",
                inFile("registry", "hub:" + secret("registry")),
                "ROLLOUT_STATE_DIR",
                folder.resolve("state").toString(),
                "SOMEBODYS_TOKEN",
                secret("somebody"));
    }

    private Map<String, String> connectorsSecrets(String receiver) throws IOException {
        return Map.of(
                "WEBHOOK_URL",
                receiver + secret("path"),
                "WEBHOOK_SECRET_FILE",
                inFile("webhook", secret("webhook")),
                "POSTGRES_URL",
                "jdbc:postgresql://127.0.0.1:" + FreePort.any() + "/none?connectTimeout=2",
                "POSTGRES_USER",
                "rollout",
                "POSTGRES_PASSWORD",
                secret("postgres"));
    }

    /** The ready ones, of which the webhook's does not wait. */
    private Path connectors() throws IOException {
        Path own = Files.createDirectory(folder.resolve("connectors"));
        Path ready = ConnectFolder.ofApplication().config();
        for (String name : List.of("webhook.json", "postgresql.json")) {
            Files.writeString(
                    own.resolve(name),
                    Files.readString(ready.resolve(name)).replace("\"hold-down\": \"60s\"", "\"hold-down\": \"1s\""));
        }
        return own;
    }

    private void ask(URI console) throws Exception {
        for (String page : PAGES) {
            HttpResponse<String> answer = get(console.resolve("/" + page), secret("http"));
            assertThat(answer.statusCode()).as(page + answer.body()).isIn(200, 503);
            output.add(answer.body() + answer.headers().map());
        }
        for (int i = 0; i < 4; i++) {
            output.add(get(console, secret("mistyped")).body());
        }
        output.add(get(console.resolve("/" + secret("as path") + "/../x"), secret("mistyped"))
                .body());
    }

    private static HttpResponse<String> get(URI address, String password) throws Exception {
        String shown = Base64.getEncoder().encodeToString(("watcher:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Basic " + shown)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void run(Map<String, String> environment, HubFile hub, String... command) {
        try (HubProcess process = HubProcess.start(folder, environment, at(hub, command))) {
            process.exitCode();
            output.add(process.out() + process.err());
            assertThat(process.out() + process.err())
                    .as(String.join(" ", command))
                    .isNotEmpty();
        }
    }

    private static String[] at(HubFile hub, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of("--connect", hub.bootstrapServers(), "--registry", hub.registryUrl()))
                .toArray(String[]::new);
    }

    /** Command lines, which everybody sees, and the environments of the children, which get what they need. */
    private void lookAtProcesses(HubProcess up, HubProcess connect) throws IOException {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            for (ProcessHandle one : all.toList()) {
                Path commandLine = Path.of("/proc", Long.toString(one.pid()), "cmdline");
                try {
                    assertHasNone(commandLine.toString(), Files.readString(commandLine, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    assertThat(one.isAlive()).as(commandLine + ": " + e).isFalse();
                }
            }
        }
        for (ProcessHandle registry : up.children()) {
            assertHasNone("the registry's environment", environment(registry));
        }
        for (ProcessHandle worker : connect.children()) {
            String environment = environment(worker);
            assertThat(environment)
                    .contains(secret("postgres"), secret("webhook"))
                    .doesNotContain(secret("somebody"), secret("keystore"), secret("http"));
        }
    }

    private static String environment(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
    }

    private void lookAtFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("secret-") || name.equals("worker.properties")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------");
                } else if (!name.endsWith(".jar")) {
                    assertHasNone(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** Nor as basic authentication writes it. */
    private void assertHasNone(String where, String text) {
        secrets.forEach((what, secret) -> {
            int at = text.indexOf(secret);
            assertThat(at)
                    .as("%s has the secret %s: %s", where, what, at < 0 ? "" : around(text, at))
                    .isNegative();
            String encoded = Base64.getEncoder().encodeToString(("watcher:" + secret).getBytes(StandardCharsets.UTF_8));
            assertThat(text.contains(encoded)).as(where + " has " + what).isFalse();
        });
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
    }
}
