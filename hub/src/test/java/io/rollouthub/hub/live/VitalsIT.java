package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.Topics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A hub that takes records and does not do its work: health, metrics, status and doctor say so. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VitalsIT {
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final HubSettings settings = Settings.read(null, Map.of("ROLLOUT_CLOCK_INTERVAL", "1s"), Map.of())
            .streams(connection);
    private final Monitoring monitoring = new Monitoring(connection, ClockSettings.DEFAULT);
    private final HttpSettings http = HttpSettings.loopback(0);
    private final HttpServer server = HttpServer.start(http, monitoring.routes(http));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HubStreams streams;

    @BeforeAll
    void start() throws Exception {
        new Provisioning(settings, connection.registry())
                .apply(ProgrammeFile.read(LiveProgramme.write(folder, "Europe/London")));
        streams = HubStreams.start(settings, connection.registry(), monitoring.listener());
        monitoring.watch(streams);
        try (TestSupplier acme = new TestSupplier(connection, "acme")) {
            acme.deliver(Reports.on("east").goLive("one", "p", "r").planned("e-1", REPORTED, LocalDate.of(2036, 1, 1)));
        }
        awaitReady();
    }

    @AfterAll
    void stop() {
        streams.close();
        server.close();
        monitoring.close();
        hub.close();
    }

    @Tag("full")
    @Test
    @Order(1)
    void aLedgerThatDoesNotGetOnIsToldThoughItTakesRecords() throws Exception {
        KafkaStreams ledger = ledger();
        ledger.pause();
        try (TestSupplier acme = new TestSupplier(connection, "acme")) {
            acme.deliver(Reports.on("east").goLive("two", "p", "r").planned("e-2", REPORTED, LocalDate.of(2036, 1, 1)));
        }
        awaitNotReady("\"check\":\"ledger-progress\",\"ok\":false,\"detail\":\"has not moved on in rollout.journal-");
        assertThat(ready().body()).contains("\"check\":\"ledger\",\"ok\":true,\"detail\":\"takes records\"");
        HttpResponse<String> page = Scrape.get(server.address() + "health");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("\"ready\":false", "has not moved on in rollout.journal-");
        assertThat(scrape("rollout_standstill_seconds{stage=\"ledger\"}")).isGreaterThan(60);
        assertThat(Cli.on(connection, "doctor").out()).contains("WRONG  ledger-progress: has not moved on in");

        ledger.resume();
        awaitReady();
        assertThat(scrape("rollout_standstill_seconds{stage=\"ledger\"}")).isLessThan(60);
    }

    @Test
    @Order(2)
    void aReceiverThatNeverAnswersIsToldByTheAgeOfTheOldestAlert() throws Exception {
        ConsumerRecord<String, byte[]> transition = transition();
        long old = Instant.now().minus(Duration.ofMinutes(7)).toEpochMilli();
        try (Admin admin = KafkaClients.admin(connection.client());
                Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            RecordMetadata again = producer.send(new ProducerRecord<>(
                            transition.topic(), transition.partition(), old, transition.key(), transition.value()))
                    .get();
            commit(admin, again, 0);
            awaitNotReady("connector pager has not delivered an alert for 7 min", "connect-pager");
            assertThat(scrape("rollout_undelivered_alert_age_seconds{connector=\"pager\"}"))
                    .isBetween(420.0, 600.0);
            assertThat(Cli.on(connection, "status").out())
                    .contains("Not well: connector pager has not delivered an alert for 7 min");
            assertThat(Cli.on(connection, "doctor").out())
                    .contains("WRONG  alerts: connector pager has not delivered an alert for 7 min");

            commit(admin, again, 1);
            awaitReady();
            assertThat(scrape("rollout_undelivered_alert_age_seconds{connector=\"pager\"}"))
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void aConnectorThatHasNeverCommittedIsBehindFromItsBeginning() throws Exception {
        ConsumerRecord<String, byte[]> transition = transition();
        long old = Instant.now().minus(Duration.ofMinutes(6)).toEpochMilli();
        byte[] settings = "{\"properties\":{\"connector.class\":\"any\",\"topics\":\"rollout.alert-transitions\"}}"
                .getBytes(StandardCharsets.UTF_8);
        try (Admin admin = KafkaClients.admin(connection.client());
                Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            NewTopic configs = new NewTopic(ConnectTopics.CONFIGS, 1, (short) 1)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            KafkaCalls.await("make topics", admin.createTopics(List.of(configs)).all());
            int partitions =
                    Positions.partitions(admin, List.of(transition.topic())).size();
            int another = (transition.partition() + 1) % partitions;
            producer.send(new ProducerRecord<>(
                            transition.topic(), another, old - 3_600_000, transition.key(), transition.value()))
                    .get();
            producer.send(new ProducerRecord<>(ConnectTopics.CONFIGS, 0, old, "connector-chat", settings))
                    .get();
            awaitNotReady("connector chat has not delivered an alert for 6 min", "connect-chat");
            assertThat(scrape("rollout_undelivered_alert_age_seconds{connector=\"chat\"}"))
                    .as("what was there before it has not waited for longer than it is there")
                    .isBetween(360.0, 420.0);
            assertThat(Cli.on(connection, "doctor").out())
                    .contains("WRONG  alerts: connector chat has not delivered an alert for");

            producer.send(new ProducerRecord<>(ConnectTopics.CONFIGS, "connector-chat", null))
                    .get();
            awaitReady();
        }
    }

    /** One of the hub's own. */
    private ConsumerRecord<String, byte[]> transition() throws Exception {
        try (TestSupplier acme = new TestSupplier(connection, "acme");
                TopicReader reader = new TopicReader(connection.client(), List.of(Topics.ALERT_TRANSITIONS.name()))) {
            acme.deliver(
                    Reports.on("east").goLive("late", "p", "r").planned("e-3", REPORTED, LocalDate.of(2026, 2, 1)));
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                reader.readToEnd(read::add);
                return !read.isEmpty();
            });
            return read.get(0);
        }
    }

    /** That the connector has delivered so much of the record and what is behind it. */
    private static void commit(Admin admin, RecordMetadata at, int more) {
        KafkaCalls.await(
                "commit",
                admin.alterConsumerGroupOffsets(
                                "connect-pager",
                                Map.of(
                                        new TopicPartition(at.topic(), at.partition()),
                                        new OffsetAndMetadata(at.offset() + more)))
                        .all());
    }

    @Test
    @Order(4)
    void anInstanceThatIsFencedAgainAndAgainSaysSo() throws Exception {
        try (Admin admin = KafkaClients.admin(connection.client())) {
            for (int times = 1; times <= 4; times++) {
                double before = times - 1;
                Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                    fence(admin);
                    assertThat(scrape("rollout_fencings_total")).isGreaterThan(before);
                });
            }
        }
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(ready().body())
                .contains("\"ready\":true,\"degraded\":true", "in ten minutes Kafka took it for dead, and its"));
    }

    /** Everybody else's work: their open transactions are given up. */
    private static void fence(Admin admin) {
        List<String> ids = KafkaCalls.await(
                        "list transactions", admin.listTransactions().all())
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith("rollout-gate"))
                .toList();
        KafkaCalls.await("fence", admin.fenceProducers(ids).all());
    }

    @Test
    @Order(5)
    void aClusterWhoseClockIsAheadOfTheTimeIsTold() throws Exception {
        ClusterStatus status = Objects.requireNonNull(
                new HubReader(connection).now().clusters().get("east"));
        tell(ClusterStatus.newBuilder(status)
                .setClock(Instant.now().plus(Duration.ofHours(3)))
                .build());
        awaitNotReady("\"check\":\"time\",\"ok\":false,\"detail\":\"the clock of cluster east is 2 h ");
        assertThat(scrape("rollout_clock_lead_seconds")).isGreaterThan(3_600);
        assertThat(Cli.on(connection, "status").out()).contains("Not well: the clock of cluster east is 2 h ");
        assertThat(Cli.on(connection, "doctor").out()).contains("WRONG  time: the clock of cluster east is 2 h ");

        tell(status);
        awaitReady();
    }

    private void tell(ClusterStatus status) throws Exception {
        byte[] value = new AvroWriter(connection.registry()).write(Topics.CLUSTER_STATUS.subject(), status);
        try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CLUSTER_STATUS.name(), partitionOfEast(), "east", value))
                    .get();
        }
    }

    private int partitionOfEast() {
        int[] partition = {0};
        try (TopicReader reader = new TopicReader(connection.client(), List.of(Topics.CLUSTER_STATUS.name()))) {
            reader.readToEnd(record -> partition[0] = "east".equals(record.key()) ? record.partition() : partition[0]);
        }
        return partition[0];
    }

    private KafkaStreams ledger() {
        return streams.parts().stream()
                .filter(part -> part.name().equals("ledger"))
                .findFirst()
                .orElseThrow()
                .streams();
    }

    private HttpResponse<String> ready() throws Exception {
        return Scrape.get(server.address() + "health/ready");
    }

    private double scrape(String series) throws Exception {
        return Scrape.of(server.address()).value(series);
    }

    private void awaitReady() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(ready().statusCode())
                .as(ready().body())
                .isEqualTo(200));
    }

    private void awaitNotReady(String... texts) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> ready = ready();
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
            assertThat(ready.body()).contains(texts);
        });
    }
}
