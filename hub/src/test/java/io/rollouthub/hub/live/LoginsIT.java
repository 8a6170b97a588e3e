package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.certificate.KeyStoreFile;
import io.rollouthub.embedded.GuardedBroker;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.reader.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ways to log in beside a password: a hub runs, a supplier publishes, an operator looks, a Connect worker works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginsIT {
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private static final String OWN_LOGINS = """
            access: { gate: ["User:gate-of-ours"], ledger: ["User:ledger-of-ours"] }
            """;

    private static final String EVENT = """
            {"type": "GoLiveEvent", "eventId": "first", "reportedAt": "2026-01-05T09:00:00Z", "supplier": "acme", \
            "cluster": "east", "site": "s1", "product": "p", "release": "R0", "status": "PLANNED", "date": "2031-01-01"}
            """;

    @SuppressWarnings("NullAway.Init")
    private LocalHub local; // its registry is taken, its broker not

    @BeforeAll
    void start() {
        local = LocalHub.start(null);
    }

    @AfterAll
    void stop() {
        local.close();
        System.clearProperty(ALLOWED);
    }

    @Test
    void byCertificates(@TempDir Path dir) throws Exception {
        Map<String, String> listener = Map.of(
                "security.protocol",
                "SSL",
                "ssl.client.auth",
                "required",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                dir.resolve("broker/tls/ca.pem").toString(),
                "ssl.principal.mapping.rules",
                "RULE:^CN=(.*)$/$1/");
        try (GuardedBroker broker = GuardedBroker.start(dir.resolve("broker"), listener)) {
            Function<String, Map<String, String>> login = user -> {
                KeyStoreFile own = broker.authority().issue(user, List.of());
                Map<String, String> client = new HashMap<>(broker.trust());
                client.putAll(own.settings());
                client.put("security.protocol", "SSL");
                return client;
            };
            Map<String, String> without = new HashMap<>(broker.trust());
            without.put("security.protocol", "SSL");

            worksFor(dir, broker, login, Map.of());
            isRefused(dir, broker, without);
        }
    }

    @Test
    void byTokensOfAnIssuer(@TempDir Path dir) throws Exception {
        try (TokenIssuer issuer = TokenIssuer.start()) {
            System.setProperty(ALLOWED, issuer.tokens() + "," + issuer.keys());
            String module = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required";
            Map<String, String> listener = Map.of(
                    "sasl.enabled.mechanisms",
                    "OAUTHBEARER",
                    "oauthbearer.sasl.jaas.config",
                    module + ";",
                    "oauthbearer.sasl.server.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                    "sasl.oauthbearer.jwks.endpoint.url",
                    issuer.keys(),
                    "sasl.oauthbearer.expected.audience",
                    TokenIssuer.AUDIENCE,
                    "sasl.oauthbearer.expected.issuer",
                    TokenIssuer.NAME);
            try (GuardedBroker broker = GuardedBroker.start(dir.resolve("broker"), listener)) {
                Function<String, Map<String, String>> login = user -> {
                    Map<String, String> client = new HashMap<>(broker.trust());
                    client.putAll(Map.of(
                            "security.protocol",
                            "SASL_SSL",
                            "sasl.mechanism",
                            "OAUTHBEARER",
                            "sasl.login.callback.handler.class",
                            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                            "sasl.oauthbearer.token.endpoint.url",
                            issuer.tokens(),
                            "sasl.jaas.config",
                            module + ";",
                            "sasl.oauthbearer.client.credentials.client.id",
                            user,
                            "sasl.oauthbearer.client.credentials.client.secret",
                            TokenIssuer.secretOf(user)));
                    return client;
                };
                Map<String, String> wrong = new HashMap<>(login.apply("acme"));
                wrong.put("sasl.oauthbearer.client.credentials.client.secret", "secret-of-somebody-else");

                worksFor(dir, broker, login, Map.of("JAVA_TOOL_OPTIONS", "-D" + ALLOWED + "=" + issuer.tokens()));
                isRefused(dir, broker, wrong);
                assertThat(issuer.given()).isPositive();
            }
        }
    }

    @Test
    void byPasswordsOfTheirOwnForGateAndLedgerAndTheOperatorResets(@TempDir Path dir) throws Exception {
        try (GuardedBroker broker = GuardedBroker.start(dir.resolve("broker"))) {
            Connection administrator = administrator(dir, broker);
            Path programme = LiveProgramme.write(dir, "Europe/London", OWN_LOGINS);
            Cli applied = Cli.on(administrator, "admin", "apply", "--acls", "--programme", programme.toString());
            assertThat(applied.exitCode()).as(applied.err()).isZero();
            assertThat(applied.out())
                    .contains(
                            "give User:gate-of-ours READ on topics that begin with rollout.in.",
                            "give User:ledger-of-ours WRITE on topic rollout.alerts");
            Function<String, Map<String, String>> login = user -> {
                Path secret = dir.resolve(user + ".secret");
                if (!Files.exists(secret)) {
                    Cli.on(administrator, "admin", "user", "add", user, "--password-file", secret.toString());
                }
                return broker.login(user, read(secret));
            };
            String[] streams = with(dir, broker, login, "rollout-hub", "streams");
            Map<String, String> environment = Map.of(
                    "ROLLOUT_HTTP_PORT",
                    "0",
                    "ROLLOUT_STATE_DIR",
                    dir.resolve("state").toString(),
                    "ROLLOUT_GATE_KAFKA_SASL_JAAS_CONFIG",
                    String.valueOf(login.apply("gate-of-ours").get("sasl.jaas.config")),
                    "ROLLOUT_LEDGER_KAFKA_SASL_JAAS_CONFIG",
                    String.valueOf(login.apply("ledger-of-ours").get("sasl.jaas.config")));
            try (HubProcess hub = HubProcess.start(dir, environment, streams)) {
                hub.awaitOutput("An instance of the hub runs");
                publishes(with(dir, broker, login, "acme", "publish", "--supplier", "acme", events(dir)), hub);
                sees(with(dir, broker, login, "rollout-operator", "status", "--format", "json"));
                assertThat(hub.out() + hub.err()).doesNotContain(read(dir.resolve("gate-of-ours.secret")));
                hub.stop();
            }

            Cli reset = Cli.run(with(dir, broker, login, "rollout-operator", "reset", "--yes"));

            assertThat(reset.exitCode()).as(reset.out() + reset.err()).isZero();
            try (HubProcess hub = HubProcess.start(dir, environment, streams)) {
                hub.awaitOutput("An instance of the hub runs");
                sees(with(dir, broker, login, "rollout-operator", "status", "--format", "json"));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection administrator(Path dir, GuardedBroker broker) {
        return new Connection(
                broker.innerServers(), local.connection().registry(), dir.resolve("open"), broker.administrator());
    }

    private static String events(Path dir) throws IOException {
        return Files.writeString(dir.resolve("events.jsonl"), EVENT).toString();
    }

    private static void publishes(String[] publish, HubProcess streams) {
        Cli published = Cli.run(publish);
        assertThat(published.exitCode())
                .as(published.out() + published.err() + streams.err())
                .isZero();
        assertThat(published.out() + published.err()).contains("1 accepted");
    }

    private static void sees(String[] look) {
        Awaitility.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> {
            Cli status = Cli.run(look);
            assertThat(status.exitCode()).as(status.err()).isZero();
            assertThat(status.out()).contains("2031-01");
        });
    }

    private void worksFor(
            Path dir,
            GuardedBroker broker,
            Function<String, Map<String, String>> login,
            Map<String, String> environment)
            throws Exception {
        Path programme = LiveProgramme.write(dir, "Europe/London");
        Connection administrator = administrator(dir, broker);
        Cli applied = Cli.on(administrator, "admin", "apply", "--acls", "--programme", programme.toString());
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(Map.of(
                "ROLLOUT_HTTP_PORT",
                "0",
                "ROLLOUT_STATE_DIR",
                dir.resolve("state").toString()));
        try (HubProcess streams = HubProcess.start(dir, more, with(dir, broker, login, "rollout-hub", "streams"))) {
            streams.awaitOutput("An instance of the hub runs");
            publishes(with(dir, broker, login, "acme", "publish", "--supplier", "acme", events(dir)), streams);
            sees(with(dir, broker, login, "rollout-operator", "status", "--format", "json"));
            assertThat(streams.out() + streams.err()).doesNotContain("secret-of");
            Path none = Files.createDirectories(dir.resolve("connectors"));
            String[] connect = with(dir, broker, login, "rollout-connect", "connect", "--connectors", none.toString());
            try (HubProcess worker = HubProcess.start(dir, more, connect)) {
                worker.awaitOutput("A Connect worker runs on");
            }
        }
    }

    private void isRefused(Path dir, GuardedBroker broker, Map<String, String> login) {
        Cli refused = Cli.run(with(dir, broker, user -> login, "nobody", "status"));
        assertThat(refused.exitCode()).as(refused.out()).isEqualTo(1);
        assertThat(refused.err()).doesNotContain("secret-of");
    }

    private String[] with(
            Path dir,
            GuardedBroker broker,
            Function<String, Map<String, String>> login,
            String user,
            String... command) {
        Connection hub = new Connection(
                broker.servers(), local.connection().registry(), dir.resolve("state"), login.apply(user));
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--config";
        all[command.length + 1] =
                Cli.config(dir.resolve(user + ".properties"), hub).toString();
        return all;
    }
}
