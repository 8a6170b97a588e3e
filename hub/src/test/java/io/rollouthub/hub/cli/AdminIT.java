package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.topology.FlowListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator prepares an existing Kafka and asks the doctor, from nothing to a hub that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void whereNothingListensEveryCommandSaysSoInSecondsWithAddressAndRemedy() {
        String nowhere = "127.0.0.1:" + FreePort.any();
        String registry = "http://" + nowhere;
        long start = System.nanoTime();
        for (List<String> command : List.of(
                List.of("status"),
                List.of("streams"),
                List.of("admin", "apply", "--programme", PROGRAMME.toString()))) {
            List<String> args = new ArrayList<>(command);
            args.addAll(List.of("--connect", nowhere, "--registry", registry));
            assertThat(Cli.run(args.toArray(String[]::new))).satisfies(run -> {
                assertThat(run.exitCode()).isEqualTo(1);
                assertThat(run.err())
                        .contains("Kafka at " + nowhere + " cannot be reached: nothing listens there", "--connect");
            });
        }
        Cli doctor = Cli.run("doctor", "--connect", nowhere, "--registry", registry);
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("WRONG  Kafka: Kafka at " + nowhere, "WRONG  registry: The schema registry at " + registry);
        assertThat(Cli.run("status", "--connect", connection.bootstrapServers(), "--registry", registry)
                        .err())
                .contains("registry at " + registry, "--registry");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Order(2)
    void aServerThatIsNoKafkaAndCredentialsThatMakeNoSenseAreToldInBoundedTime(@TempDir Path folder)
            throws IOException {
        String registry = connection.registry().address();
        String notKafka = registry.replaceAll("http://([^/]*).*", "$1");
        assertThat(Cli.run("streams", "--connect", notKafka, "--registry", registry)
                        .err())
                .contains("Kafka at " + notKafka, "does not answer as a Kafka does", "kafka.security.protocol");
        Path config = Files.writeString(folder.resolve("hub.properties"), """
                kafka.security.protocol=SASL_PLAINTEXT
                kafka.sasl.mechanism=PLAIN
                kafka.sasl.jaas.config=nonsense
                """);
        Cli nonsense = run("streams", "--config", config.toString());
        assertThat(nonsense.exitCode()).isEqualTo(1);
        assertThat(nonsense.err())
                .contains("Kafka at " + connection.bootstrapServers(), "Check the kafka.", "jaas.config = ****");
    }

    @Test
    @Order(3)
    void aDryRunTellsEverythingAndChangesNothing() {
        Cli dry = apply(PROGRAMME, "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("create topic rollout.journal, partitions=6")
                .contains("create topic rollout.in.bt")
                .contains("register schema rollout.journal-value")
                .contains("set compatibility of schema rollout.journal-value from")
                .contains("publish programme npfit");
        assertThat(topics()).isEmpty();
        assertThat(doctor().out())
                .contains("WRONG  topic rollout.journal: is missing", "WRONG  programme: none", "rollout admin apply");

        Cli done = apply(PROGRAMME);
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out()).isEqualTo(dry.out());
        assertThat(topics()).contains("rollout.journal", "rollout.in.bt", "rollout.rejected.fujitsu");
    }

    @Test
    @Order(4)
    void applyingItAgainChangesNothingAndAnotherDefaultIsNoComplaint() {
        assertThat(apply(PROGRAMME).out().strip()).isEqualTo("nothing to change");
    }

    @Test
    @Order(5)
    void theDoctorNamesWhatIsWrongAndApplyMendsExactlyThat() {
        ConfigResource milestones = new ConfigResource(ConfigResource.Type.TOPIC, "rollout.milestones");
        try (Admin admin = KafkaClients.admin(connection.client())) {
            KafkaCalls.await(
                    "delete", admin.deleteTopics(List.of("rollout.alerts")).all());
            KafkaCalls.await(
                    "alter",
                    admin.incrementalAlterConfigs(Map.of(
                                    milestones,
                                    List.of(new AlterConfigOp(
                                            new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                            .all());
        }
        Awaitility.await().until(() -> !topics().contains("rollout.alerts"));
        connection.registry().requireCompatibility("rollout.alerts-value", "NONE");

        Cli doctor = doctor();
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("WRONG  topic rollout.alerts: is missing")
                .contains("WRONG  topic rollout.milestones: cleanup.policy is delete instead of compact")
                .contains("WRONG  schema rollout.alerts-value: compatibility is NONE instead of BACKWARD_TRANSITIVE")
                .contains("WRONG  gate: nobody runs it", "WRONG  ledger: nobody runs it", "WRONG  clock: has never")
                .contains("ok     topic rollout.journal: 6 partitions", "ok     programme: npfit");

        assertThat(apply(PROGRAMME).out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("create topic rollout.alerts, partitions=6"))
                .contains("set cleanup.policy of topic rollout.milestones from delete to compact")
                .contains("set compatibility of schema rollout.alerts-value from NONE to BACKWARD_TRANSITIVE");
    }

    @Test
    @Order(6)
    void anotherZoneIsRefusedASupplierMoreIsPublishedAndPartitionsStay(@TempDir Path folder) throws IOException {
        String programme = Files.readString(PROGRAMME);
        Path moved =
                Files.writeString(folder.resolve("moved.yaml"), programme.replace("Europe/London", "Europe/Paris"));
        assertThat(apply(moved).err()).contains("Europe/London", "cannot change to Europe/Paris");
        Path grown = Files.writeString(
                folder.resolve("grown.yaml"),
                programme.replace("suppliers:", "suppliers:\n  csc: { name: CSC, clusters: [south] }"));
        Path config = Files.writeString(folder.resolve("hub.properties"), "partitions=12\n");
        assertThat(apply(grown, "--config", config.toString()).out())
                .contains("partitions of topic rollout.journal stays 6 instead of 12")
                .contains("create topic rollout.in.csc", "register schema rollout.in.csc-io.rollouthub.event.GoLive")
                .contains("publish programme npfit, changed");
        assertThat(apply(grown).out().strip()).isEqualTo("nothing to change");
    }

    @Test
    @Order(7)
    void aHubThatRunsIsWell() throws InterruptedException {
        try (HubStreams streams = HubStreams.start(
                Settings.read(null, Map.of(), Map.of()).streams(connection),
                connection.registry(),
                FlowListener.NONE)) {
            StreamsRun.awaitRunning(streams);
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Cli doctor = doctor();
                assertThat(doctor.out())
                        .contains(
                                "an instance that dies is missed for up to 6 s",
                                "ok     gate: 1 member,",
                                "ok     ledger: 1 member, 0 records to go",
                                "ok     clock: last tick",
                                "All is well.")
                        .doesNotContain("WRONG");
                assertThat(doctor.exitCode()).isZero();
            });
        }
    }

    private Cli doctor() {
        return run("doctor");
    }

    private Cli apply(Path programme, String... more) {
        List<String> args = new ArrayList<>(List.of("admin", "apply", "--programme", programme.toString()));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private Cli run(String... args) {
        return Cli.on(connection, args);
    }

    private Set<String> topics() {
        try (Admin admin = KafkaClients.admin(connection.client())) {
            return KafkaClients.topics(admin);
        }
    }
}
