package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.topic.Topics;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --tls self-signed}: clients elsewhere come by TLS and a password, the hub's own by logins of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
        Awaitility.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> {
            Cli status = local("status", "--format", "json");
            assertThat(status.exitCode()).as(status.err()).isZero();
            assertThat(status.out()).contains("2031-01");
        });
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

    @Test
    void suppliersLookUpSchemasAndCannotWriteThemButByTheHubsToken() throws Exception {
        Properties client = new Properties();
        client.load(new StringReader(Files.readString(client("rollout.properties"))));
        String url = client.getProperty("registry.url");
        assertThat(url).startsWith("https://localhost:");
        Map<String, String> trust = Settings.registryClient(Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                client("ca.pem").toString()));
        String subject = Topics.JOURNAL.subject();
        try (SchemaRegistry supplier = SchemaRegistry.at(url, trust)) {
            int id = supplier.idOf(subject, Topics.JOURNAL.schema().toString());
            assertThat(supplier.schemaOf(id)).contains("JournalEntry");
            assertThat(supplier.subjects()).contains(subject);
            assertThatThrownBy(() -> supplier.register("mine", "\"string\"")).hasMessageContaining("403");
            assertThatThrownBy(() -> supplier.requireCompatibility(null, "NONE"))
                    .hasMessageContaining("403");
        }
        Path programme = Files.writeString(
                folder.resolve("more.yaml"),
                Files.readString(folder.resolve("programme.yaml"))
                        .replace("  bolt:", "  crew: { name: Crew, clusters: [east] }\n  bolt:"));
        Cli applied = local("admin", "apply", "--programme", programme.toString());
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out()).contains("register schema rollout.in.crew");
        Cli doctor = local("doctor");
        assertThat(doctor.out()).contains("writers: the registry takes no writes from one without a login");
        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
    }

    @Test
    void theDoorTakesPathsInTheirPlainFormAlone() throws Exception {
        URI url = URI.create(Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)))
                .registryUrl());
        SSLContext trusting = trusting();
        for (String path : List.of(
                "/apis/registry/v3/admin/config/properties",
                "/apis/ccompat/v7/../../registry/v3/admin/rules",
                "/apis/ccompat/v7/subjects/x/..;/../config",
                "/apis/ccompat/v7/subjects/x%2Fversions",
                "/apis/ccompat/v7/subjects/%2e%2e/config",
                "//apis/ccompat/v7/subjects",
                "/apis/ccompat/v6/subjects",
                "/")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + url.getAuthority() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString("{\"compatibility\": \"NONE\"}"))
                        .build();
                // Each on a connection of its own, as the door ends one whose request it turns away.
                HttpClient http = HttpClient.newBuilder().sslContext(trusting).build();
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .as(method + " " + path)
                        .isIn(400, 403, 404);
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void startedAgainWithoutAProgrammeItKeepsRightsAndPasswordsAndTakesNoSchemas() throws Exception {
        Path config = config("bolt");
        up.stop();
        up = HubProcess.start(
                folder,
                Map.of(),
                "up",
                "--data",
                UpFolder.data(folder).toString(),
                "--advertise",
                address,
                "--tls",
                "self-signed");
        up.awaitOutput("The administrator's login is");
        Path events = Files.writeString(
                folder.resolve("again.jsonl"), EVENT.formatted("again").replace("acme", "bolt"));

        Cli published = Cli.run("publish", "--supplier", "bolt", events.toString(), "--config", config.toString());

        assertThat(published.exitCode()).as(published.out() + published.err()).isZero();
        assertThat(local("doctor").out()).contains("writers: the registry takes no writes");
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(client("ca.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void assertRefused(Map<String, Object> client, Class<? extends Throwable> why) {
        try (Admin admin = Admin.create(client)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get(30, TimeUnit.SECONDS))
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
