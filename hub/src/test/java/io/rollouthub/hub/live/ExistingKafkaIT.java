package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.Reason;
import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.embedded.EmbeddedRegistry;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Guarantee;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of {@code rollout streams} on a Kafka and a registry that are not theirs; the tests go in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExistingKafkaIT {
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final List<HubProcess> instances = new ArrayList<>();

    /** Where each instance tells its metrics and its health. */
    private final Map<HubProcess, String> addresses = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Hub hub;

    private int registryPort;

    @BeforeAll
    void prepare() throws IOException {
        registryPort = FreePort.any();
        startRegistry();
        broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("broker")), 0, List.of());
        hub = new Hub(broker.bootstrapServers(), registry.url());
        apply("");
        instances.add(instance("one"));
        instances.add(instance("two"));
        instances.forEach(instance -> instance.awaitOutput("An instance of the hub runs"));
    }

    @AfterAll
    void stop() {
        instances.forEach(HubProcess::close);
        hub.close();
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void whenTheInstanceThatTicksIsKilledTheOtherTakesOver() throws Exception {
        try (TestSupplier acme = supplier("acme")) {
            acme.deliver(promise("before", "east"));
            hub.await("its alert", model -> !model.transitions().isEmpty());
            hub.awaitTickAfter(Instant.now());

            HubProcess ticking = instances.remove(gateOfControl().startsWith("one") ? 0 : 1);
            ticking.kill();
            long killed = System.nanoTime();
            Instant at = Instant.now();
            acme.deliver(promise("after", "east"));
            acme.deliver(promise("after-in-mid", "mid"));
            acme.deliver(promise("after-in-west", "west"));
            hub.awaitTickAfter(at);
            hub.await("all alerts", model -> model.openAlerts().size() == 4);
            Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
            System.out.println("taken over after " + takeover);

            assertThat(hub.now().transitions()).hasSize(4);
            Guarantee.checkAll(hub.run(List.of("before", "after", "after-in-mid", "after-in-west")));
        }
    }

    @Test
    @Order(2)
    void whileTheRegistryIsAwayRecordsWaitAndNoneIsRefusedOrDoubled() throws Exception {
        HubProcess instance = instances.get(0);
        byte[] newer = NewerEvent.write(
                hub.connection().registry(), "acme", event("e-newer", "newer").by("acme"), new byte[10]);
        registry.close();
        try (TestSupplier acme = supplier("acme")) {
            acme.sendRaw("east", newer).get(60, TimeUnit.SECONDS);
            Awaitility.await("the instance says why it waits")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> instance.err().contains("records wait"));
            assertThat(instance.err()).contains("registry at").doesNotContain("\tat ");
            HttpResponse<String> ready = Scrape.get(address(instance) + "health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
            assertThat(ready.body()).contains("\"detail\":\"wait: registry at");
            assertThat(Scrape.of(address(instance)).value("rollout_instance_troubled"))
                    .isEqualTo(1);
            assertThat(Scrape.get(address(instance) + "health/live").statusCode())
                    .isEqualTo(200);
            assertThat(Cli.run("doctor", "--connect", broker.bootstrapServers(), "--registry", registry.url())
                            .out())
                    .contains("WRONG  registry: The schema registry at " + registry.url());
        }
        startRegistry();
        Awaitility.await("it goes on").atMost(Duration.ofSeconds(60)).until(() -> hub.judged()
                .containsKey("e-newer"));
        Awaitility.await("and says so").atMost(Duration.ofSeconds(60)).until(() -> instance.err()
                .contains("gets on again"));
        assertThat(hub.judged()).containsEntry("e-newer", 1);
        Awaitility.await("it is ready again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Scrape.get(address(instance) + "health/ready").statusCode() == 200);
        assertThat(hub.now().rejected()).isEmpty();
    }

    @Test
    @Order(3)
    void aSupplierWhoComesWhileTheHubRunsIsHeard() throws Exception {
        apply("  cato: { name: Cato, clusters: [west] }");
        try (TestSupplier cato = supplier("cato")) {
            cato.deliver(Reports.on("west").goLive("site", "p", "r").live("e-cato", REPORTED, PAST));
        }
        hub.await("its go-live", model -> model.suppliers().containsKey("west/cato"));
        assertThat(hub.judged()).containsEntry("e-cato", 1);
    }

    @Test
    @Order(4)
    void aClientInPythonIsUnderstoodAndGarbageBesideItRefused() throws Exception {
        ForeignClient.PYTHON
                .report(broker.bootstrapServers(), registry.url(), List.of("bolt", "east", "python"))
                .orFail();
        try (TestSupplier bolt = supplier("bolt")) {
            bolt.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get(60, TimeUnit.SECONDS);
        }
        hub.await("the garbage", model -> !model.rejected().isEmpty());
        assertThat(hub.now().rejected()).singleElement().satisfies(refused -> {
            assertThat(refused.supplier()).isEqualTo("bolt");
            assertThat(refused.why().refusal().reason()).isEqualTo(Reason.UNDECODABLE);
        });
    }

    @Test
    @Order(5)
    void anInstanceEndsInGoodOrder() {
        HubProcess instance = instances.get(0);
        assertThat(instance.isAlive()).as(instance.err()).isTrue();
        assertThat(instance.stop()).isEqualTo(143);
        assertThat(instance.err()).doesNotContain("\tat ", "unexpected");
    }

    private void startRegistry() throws IOException {
        registry = EmbeddedRegistry.start(
                RegistryProgram.jar(), Files.createDirectories(folder.resolve("registry")), registryPort);
    }

    private void apply(String more) throws IOException {
        LiveProgramme.apply(
                LiveProgramme.write(folder, "Europe/London", more), broker.bootstrapServers(), registry.url());
    }

    private HubProcess instance(String name) throws IOException {
        int port = FreePort.any();
        Map<String, String> settings = Map.of(
                "ROLLOUT_HTTP_PORT", Integer.toString(port),
                "ROLLOUT_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "ROLLOUT_REGISTRY_URL", registry.url(),
                "ROLLOUT_STATE_DIR", folder.resolve(name).toString(),
                "ROLLOUT_CLOCK_INTERVAL", "1s",
                "ROLLOUT_KAFKA_CLIENT_ID", name);
        HubProcess process = HubProcess.start(folder, settings, "streams");
        addresses.put(process, "http://127.0.0.1:" + port + "/");
        return process;
    }

    private String address(HubProcess instance) {
        return Objects.requireNonNull(addresses.get(instance));
    }

    private TestSupplier supplier(String name) {
        return new TestSupplier(hub.connection(), name);
    }

    /** The client that has the control topic, and so makes the ticks. */
    private String gateOfControl() throws Exception {
        try (Admin admin = KafkaClients.admin(hub.connection().client())) {
            return Objects.requireNonNull(admin.describeConsumerGroups(List.of(Stage.GATE.group()))
                            .all()
                            .get(30, TimeUnit.SECONDS)
                            .get(Stage.GATE.group()))
                    .members()
                    .stream()
                    .filter(member -> member.assignment().topicPartitions().stream()
                            .anyMatch(partition -> partition.topic().equals(Topics.CONTROL.name())))
                    .findFirst()
                    .orElseThrow()
                    .clientId();
        }
    }

    private static Report event(String id, String site) {
        return Reports.on("east").goLive(site, "p", "r").live(id, REPORTED, PAST);
    }

    /** Out of reach from the start: its alert opens as it is accepted. */
    private static Report promise(String id, String cluster) {
        return Reports.on(cluster)
                .commitment(id, "A million sites")
                .committed(id, REPORTED, PAST.minusDays(10), Target.goLives(1_000_000));
    }
}
