package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.testkit.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --tls self-signed}: clients elsewhere come by TLS and a password, the hub's own by logins of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedUpIT {
    private static final String EVENT = """
            {"type": "GoLiveEvent", "eventId": "%s", "reportedAt": "2026-01-05T09:00:00Z", "supplier": "acme", \
            "cluster": "east", "site": "s1", "product": "p", "release": "R0", "status": "PLANNED", "date": "2031-01-01"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final String address = "localhost:" + FreePort.any();

    @SuppressWarnings("NullAway.Init")
    private HubProcess up;

    @BeforeAll
    void start() {
        Path programme = LiveProgramme.write(folder, "Europe/London");
        List<String> command = new ArrayList<>(List.of(UpFolder.args(folder, programme)));
        command.addAll(List.of("--advertise", address, "--tls", "self-signed"));
        up = HubProcess.start(folder, Map.of(), command.toArray(String[]::new));
        up.awaitOutput("The administrator's login is");
    }

    @AfterAll
    void stop() {
        up.close();
    }

    @Test
    void aSupplierElsewherePublishesByTlsAndWithItsPasswordAndIsToldTheVerdict() throws Exception {
        Path config = config("acme");
        Path events = Files.writeString(folder.resolve("events.jsonl"), EVENT.formatted("first"));

        Cli published = Cli.run("publish", "--supplier", "acme", events.toString(), "--config", config.toString());

        assertThat(published.exitCode()).as(published.out() + published.err()).isZero();
        assertThat(published.out() + published.err()).contains("1 accepted");
        Cli status = local("status", "--format", "json");
        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.out()).contains("s1");
        Cli others = Cli.run("publish", "--supplier", "bolt", events.toString(), "--config", config.toString());
        assertThat(others.exitCode()).as(others.out() + others.err()).isEqualTo(1);
    }

    @Test
    void nobodyComesWithoutAPasswordOrWithAnothersCertificateOrToTheInnerListener() throws Exception {
        Map<String, Object> tls = new HashMap<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"acme\" password=\"guess\";"));
        assertRefused(tls, SslAuthenticationException.class);
        tls.put("ssl.truststore.type", "PEM");
        tls.put("ssl.truststore.location", client("ca.pem").toString());
        assertRefused(tls, SaslAuthenticationException.class);
        HubFile running = Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)));
        Cli plain = Cli.run("status", "--connect", running.bootstrapServers(), "--registry", running.registryUrl());
        assertThat(plain.exitCode()).as(plain.out()).isEqualTo(1);
    }

    @Test
    void keysAndLoginsAreTheirOwnersAlone() throws Exception {
        for (String one : List.of("tls", "logins")) {
            Path dir = UpFolder.data(folder).resolve(one);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
                    .isEqualTo("rwx------");
        }
        try (Stream<Path> logins = Files.list(UpFolder.data(folder).resolve("logins"))) {
            assertThat(logins).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        assertThat(local("doctor").out()).doesNotContain("rollout-admin");
    }

    private static void assertRefused(Map<String, Object> client, Class<? extends Throwable> why) {
        try (Admin admin = Admin.create(client)) {
            Assertions.assertThatThrownBy(() -> admin.describeCluster().nodes().get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(why);
        }
    }

    /** What is handed out to clients, with a user's name and password put in. */
    private static Path config(String user) throws Exception {
        Path secret = folder.resolve(user + ".secret");
        Cli added = local("admin", "user", "add", user, "--password-file", secret.toString());
        assertThat(added.exitCode()).as(added.err()).isZero();
        String text = Files.readString(client("rollout.properties"))
                .replace("NAME", user)
                .replace("PASSWORD", Files.readString(secret).strip())
                .replace("ca.pem", client("ca.pem").toString());
        return Files.writeString(folder.resolve(user + ".properties"), text);
    }

    private static Path client(String file) {
        return UpFolder.data(folder).resolve("clients").resolve(file);
    }

    private static Cli local(String... command) {
        return Cli.run(Stream.concat(
                        Stream.of(command),
                        Stream.of("--data", UpFolder.data(folder).toString()))
                .toArray(String[]::new));
    }
}
