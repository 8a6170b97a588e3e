package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.SupplierTopics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A supplier's transaction that stays open: the clock waits for it, for so long at most, and everybody is told whose it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockHoldIT {
    private static final TopicPartition IN = new TopicPartition(SupplierTopics.in("acme"), 0);
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final Settings given =
            Settings.read(null, Map.of("ROLLOUT_CLOCK_INTERVAL", "500ms", "ROLLOUT_CLOCK_MAX_HOLD", "20s"), Map.of());
    private final HubSettings settings = given.streams(connection);
    private final Monitoring monitoring = new Monitoring(connection, given.clock());
    private final HttpSettings http = HttpSettings.loopback(0);
    private final HttpServer server = HttpServer.start(http, monitoring.routes(http));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HubStreams streams;

    @SuppressWarnings("NullAway.Init")
    private Admin admin;

    @BeforeAll
    void start() throws Exception {
        new Provisioning(settings, connection.registry())
                .apply(ProgrammeFile.read(LiveProgramme.write(folder, "Europe/London")));
        admin = KafkaClients.admin(connection.client());
        streams = HubStreams.start(settings, connection.registry(), monitoring.listener());
        monitoring.watch(streams);
        Awaitility.await().atMost(PATIENCE).until(() -> ready().statusCode() == 200);
    }

    @AfterAll
    void stop() {
        streams.close();
        server.close();
        monitoring.close();
        admin.close();
        hub.close();
    }

    @Test
    @Order(1)
    void timeWaitsForWhatWasWrittenAndIsCommittedALittleLater() throws Exception {
        try (Producer<String, byte[]> supplier = supplier("acme-first")) {
            Instant written = begin(supplier, "e-1");
            awaitTold();
            assertThat(Positions.lastStable(admin, List.of(IN))).containsEntry(IN, 0L);
            assertThat(Positions.highWatermarks(admin, List.of(IN))).containsEntry(IN, 1L);
            assertThat(scrape("rollout_journal_lag_records{supplier=\"acme\"}"))
                    .as("records that one can take in")
                    .isZero();
            assertThat(tick()).as("the last tick, before what was written").isBefore(written.plusMillis(1));

            supplier.commitTransaction();
            Awaitility.await().atMost(PATIENCE).until(() -> tick().isAfter(written) && streams.heldBy() == null);
            assertThat(scrape("rollout_clock_ticks_forced_total")).isZero();
            assertThat(scrape("rollout_reports_accepted_total{supplier=\"acme\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(2)
    void itWaitsNoLongerThanItMayAndDoctorSaysWhoseTransactionItIs() throws Exception {
        try (Producer<String, byte[]> supplier = supplier("acme-second")) {
            Instant written = begin(supplier, "e-2");
            String whose = awaitTold();
            assertThat(Cli.on(connection, "doctor").out())
                    .contains("WRONG  transactions: " + whose)
                    .contains("the gate gets nothing behind it", "transaction.max.timeout.ms");
            Awaitility.await().atMost(PATIENCE).until(() -> scrape("rollout_clock_ticks_forced_total") > 0);
            assertThat(tick()).isAfter(written);

            supplier.abortTransaction();
            Awaitility.await().atMost(PATIENCE).until(() -> streams.heldBy() == null);
            assertThat(Cli.on(connection, "doctor").out()).doesNotContain("has a transaction open");
        }
    }

    /** What health says of it: topic, partition and producer id. */
    private String awaitTold() {
        String[] whose = {""};
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            whose[0] = "producer " + producer() + " has a transaction open in " + IN + " from offset ";
            HttpResponse<String> ready = ready();
            assertThat(ready.body()).contains("\"check\":\"hold\",\"ok\":false", "the clock is held: " + whose[0]);
            assertThat(ready.body()).contains("\"ready\":true,\"degraded\":true");
        });
        return whose[0];
    }

    private long producer() {
        return admin
                .describeProducers(List.of(IN))
                .partitionResult(IN)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .activeProducers()
                .stream()
                .filter(state -> state.currentTransactionStartOffset().isPresent())
                .findFirst()
                .orElseThrow()
                .producerId();
    }

    private Producer<String, byte[]> supplier(String transactionalId) {
        Producer<String, byte[]> supplier =
                KafkaClients.producer(connection.client(), Map.of("transactional.id", transactionalId));
        supplier.initTransactions();
        return supplier;
    }

    /** When Kafka took the report, in a transaction that stays open. */
    private Instant begin(Producer<String, byte[]> supplier, String eventId) throws Exception {
        SpecificRecord event = Reports.on("east")
                .goLive("one", "p", "r")
                .planned(eventId, REPORTED, LocalDate.of(2036, 1, 1))
                .by("acme");
        byte[] value = NewerEvent.write(connection.registry(), "acme", event, new byte[0]);
        supplier.beginTransaction();
        return Instant.ofEpochMilli(supplier.send(new ProducerRecord<>(IN.topic(), "east", value))
                .get()
                .timestamp());
    }

    private Instant tick() {
        return Objects.requireNonNull(HubClock.read(connection)).tick();
    }

    private HttpResponse<String> ready() throws Exception {
        return Scrape.get(server.address() + "health/ready");
    }

    private double scrape(String series) throws Exception {
        return Scrape.of(server.address()).value(series);
    }
}
