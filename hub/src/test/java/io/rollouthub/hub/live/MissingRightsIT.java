package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.journal.Parked;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The hub as a user of its own, from whom a right on one supplier's topic is taken while it runs: nobody else waits. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissingRightsIT {
    private static final String ACME = "acme";
    private static final String BOLT = "bolt";
    private static final String REJECTED = SupplierTopics.rejected(ACME);
    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);

    /** A gate's start, with others that use this machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final LocalHub local = LocalHub.start(null); // its registry is taken, its broker not
    private final HttpSettings http = HttpSettings.loopback(0);

    @SuppressWarnings("NullAway.Init")
    private GuardedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private Connection open;

    @SuppressWarnings("NullAway.Init")
    private HubSettings settings;

    @SuppressWarnings("NullAway.Init")
    private Monitoring monitoring;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private HubStreams streams;

    private int sent;

    @BeforeAll
    void start() throws Exception {
        broker = GuardedBroker.start(folder.resolve("broker"));
        open = new Connection(broker.openServers(), local.connection().registry(), folder.resolve("open"));
        Connection guarded = new Connection(
                broker.guardedServers(), open.registry(), folder.resolve("streams"), GuardedBroker.login());
        Map<String, String> environment = new HashMap<>(Map.of("ROLLOUT_CLOCK_MAX_HOLD", "5s"));
        GuardedBroker.login()
                .forEach((key, value) -> environment.put(
                        "ROLLOUT_KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        Settings given = Settings.read(null, environment, Map.of());
        settings = given.streams(guarded);
        LiveProgramme.apply(
                LiveProgramme.write(folder, "Europe/London"),
                broker.openServers(),
                open.registry().address());
        HubRights.all().forEach(this::give);
        monitoring = new Monitoring(guarded, given.clock());
        server = HttpServer.start(http, monitoring.routes(http));
        streams = HubStreams.start(settings, open.registry(), monitoring.listener());
        monitoring.watch(streams);
        Awaitility.await().atMost(PATIENCE).until(() -> ready().statusCode() == 200);
    }

    @AfterAll
    void stop() {
        streams.close();
        server.close();
        monitoring.close();
        broker.close();
        local.close();
    }

    @Test
    @Order(1)
    void whereRefusedRecordsMayNotBeWrittenTheirSupplierAloneIsParkedAndToldOfWithinAMinute() throws Exception {
        deliver(ACME, BOLT);
        AclBinding denied = HubRights.of(REJECTED, AclOperation.WRITE, AclPermissionType.DENY);
        give(denied);
        try (TestSupplier acme = new TestSupplier(open, ACME);
                TestSupplier bolt = new TestSupplier(open, BOLT)) {
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
            bolt.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
            acme.deliver(planned("again", LocalDate.of(2030, 1, 1)));
            acme.deliver(planned("again", LocalDate.of(2031, 1, 1))); // the ledger refuses that
        }
        deliver(ACME, BOLT);
        awaitParked("UNDECODABLE", "DUPLICATE_ID");

        String why = "topic " + REJECTED + " may not be written by the hub's user; give it the right (ACL) to WRITE";
        awaitHealth("\"check\":\"rejected\",\"ok\":false", why);
        assertThat(Cli.on(open, "status").out()).contains("Not well: " + REJECTED + " did not take what was refused");
        assertThat(Cli.on(open, "doctor").out())
                .contains("WRONG  rejected: " + REJECTED + " did not take what was refused", "(ACL) to WRITE");

        take(denied);
        awaitHealth("\"check\":\"rejected\",\"ok\":true");
        try (TestSupplier acme = new TestSupplier(open, ACME)) {
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
        }
        Awaitility.await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> assertThat(rejected())
                .containsExactlyInAnyOrder(SupplierTopics.in(BOLT), SupplierTopics.in(ACME)));
        awaitParked("UNDECODABLE", "DUPLICATE_ID");
    }

    @Test
    @Order(2)
    void whereReportsMayNotBeReadTheirSupplierAloneWaitsUntilTheyMay() throws Exception {
        try (HubStreams other = HubStreams.start(
                settings.withStateDir(folder.resolve("other")), open.registry(), FlowListener.NONE)) {
            Awaitility.await().atMost(PATIENCE).until(other::isRunning);
            AclBinding denied = HubRights.of(SupplierTopics.in(ACME), AclOperation.READ, AclPermissionType.DENY);
            give(denied);
            int waiting = 20;
            try (TestSupplier acme = new TestSupplier(open, ACME)) {
                for (int number = 0; number < waiting; number++) {
                    acme.deliver(planned("waits-" + number, LocalDate.of(2030, 1, 1)));
                }
            }
            long before = accepted().size();
            deliver(BOLT);
            deliver(BOLT);

            awaitHealth("\"check\":\"suppliers\",\"ok\":false", "topic rollout.in.acme may not be read by the hub's user");
            assertThat(Cli.on(open, "doctor").out()).contains("WRONG  gate-progress", "rollout.in.acme-0");
            assertThat(accepted()).hasSize((int) before + 2).noneMatch(id -> id.startsWith("waits-"));

            take(denied);
            Awaitility.await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> assertThat(accepted())
                    .hasSize((int) before + 2 + waiting));
            deliver(ACME, BOLT);
            awaitHealth("\"check\":\"suppliers\",\"ok\":true");
        }
        assertThat(accepted()).doesNotHaveDuplicates();
    }

    /** Reports of these are accepted, and what follows is told, within a minute. */
    private void deliver(String... suppliers) throws Exception {
        List<String> sites = new ArrayList<>();
        for (String supplier : suppliers) {
            String id = supplier + "-" + ++sent;
            sites.add(id);
            try (TestSupplier one = new TestSupplier(open, supplier)) {
                one.deliver(planned(id, LocalDate.of(2030, 1, 1)));
            }
        }
        Awaitility.await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> {
            streams.check();
            assertThat(new HubReader(open).now().milestones().keySet())
                    .satisfies(keys -> sites.forEach(
                            site -> assertThat(keys).anyMatch(key -> key.contains(site))));
        });
    }

    private static Report planned(String id, LocalDate date) {
        return Reports.on("east").goLive(id, "p", "r").planned(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), date);
    }

    /** What was refused and not written stands on its topic once, with nothing else. */
    private void awaitParked(String... reasons) {
        Awaitility.await()
                .atMost(WITHIN_A_MINUTE)
                .untilAsserted(() -> assertThat(
                                LatestValues.of(Topics.PARKED, open.client(), open.registry()).values())
                        .allMatch(one -> one.getTopic().equals(SupplierTopics.in(ACME)) && one.getParked())
                        .extracting(Parked::getReason)
                        .containsExactlyInAnyOrder(reasons));
    }

    private List<String> rejected() {
        List<String> topics = new ArrayList<>();
        new HubReader(open).rejected(one -> topics.add(one.why().origin().getTopic()));
        return topics;
    }

    /** The events in the journal; no origin stands there twice. */
    private List<String> accepted() {
        List<String> ids = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        new HubReader(open).journal((partition, entry) -> {
            if (entry.getOrigin() != null) {
                origins.add(entry.getOrigin().toString());
                ids.add(ReportedEvent.of(
                                (SpecificRecord) entry.getEntry())
                        .eventId());
            }
        });
        assertThat(origins).doesNotHaveDuplicates();
        return ids;
    }

    private HttpResponse<String> ready() throws Exception {
        return Scrape.get(server.address() + "health/ready");
    }

    private void awaitHealth(String... texts) {
        Awaitility.await()
                .atMost(WITHIN_A_MINUTE)
                .untilAsserted(() -> assertThat(ready().body().replace("\": ", "\":")).contains(texts));
    }

    private void give(AclBinding binding) {
        try (Admin admin = KafkaClients.admin(open.client())) {
            KafkaCalls.await("create an ACL", admin.createAcls(List.of(binding)).all());
        }
    }

    private void take(AclBinding binding) {
        try (Admin admin = KafkaClients.admin(open.client())) {
            KafkaCalls.await(
                    "delete an ACL",
                    admin.deleteAcls(List.of(binding.toFilter())).all());
        }
    }
}
