package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.hub.metrics.Dashboard;
import io.rollouthub.hub.metrics.Prometheus;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import io.rollouthub.topic.Topics;
import java.io.BufferedReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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

/** What Prometheus and whoever probes it hear from a hub that runs. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsIT {
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final int TICKS = 5;
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path programme;

    @SuppressWarnings("NullAway.Init")
    private HubProcess up;

    @SuppressWarnings("NullAway.Init")
    private String address;

    private int port;

    @BeforeAll
    void start() throws Exception {
        programme = LiveProgramme.write(folder, "Europe/London");
        port = FreePort.any();
        address = "http://127.0.0.1:" + port + "/";
        up = up();
    }

    private HubProcess up() {
        HubProcess process = HubProcess.start(
                folder,
                Map.of("ROLLOUT_HTTP_PORT", Integer.toString(port), "ROLLOUT_CLOCK_INTERVAL", "1s"),
                UpFolder.args(folder, programme));
        process.awaitOutput("is up");
        return process;
    }

    @AfterAll
    void stop() {
        up.close();
    }

    @Test
    @Order(1)
    void whatIsPublishedIsCountedUnderWhatBecameOfIt() throws Exception {
        try (Hub hub = UpFolder.hub(folder);
                TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            acme.deliver(Reports.on("east").goLive("one", "p", "r").live("e-1", REPORTED, PAST));
            acme.deliver(Reports.on("east").goLive("two", "p", "r").planned("e-2", REPORTED, PAST.plusYears(10)));
            acme.deliver(Reports.on("east")
                    .commitment("pledge", "Three sites in January")
                    .committed("e-3", REPORTED, PAST, Target.goLives(3)));
            acme.deliver(Reports.on("nowhere").goLive("one", "p", "r").live("e-4", REPORTED, PAST));
            acme.deliver(Reports.on("east").goLive("one", "p", "r").live("e-1", REPORTED, PAST.minusDays(1)));
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Scrape scrape = Scrape.of(address);
            Map<String, Double> wanted = Map.ofEntries(
                    Map.entry("rollout_reports_accepted_total{supplier=\"acme\"}", 4.0),
                    Map.entry("rollout_reports_accepted_total{supplier=\"bolt\"}", 0.0),
                    Map.entry(rejected("UNKNOWN_CLUSTER"), 1.0),
                    Map.entry(rejected("UNDECODABLE"), 1.0),
                    Map.entry(rejected("DUPLICATE_ID"), 1.0),
                    Map.entry(rejected("MISSING_DATE"), 0.0),
                    Map.entry("rollout_report_latency_seconds_count", 4.0),
                    Map.entry("rollout_open_alerts{cluster=\"east\",kind=\"MILESTONE_MISSED\"}", 1.0),
                    Map.entry("rollout_open_alerts{cluster=\"west\",kind=\"MILESTONE_MISSED\"}", 0.0),
                    Map.entry("rollout_go_lives{cluster=\"east\"}", 1.0),
                    Map.entry("rollout_go_lives_planned{cluster=\"east\"}", 1.0),
                    Map.entry("rollout_milestones{cluster=\"east\",status=\"MISSED\"}", 1.0),
                    Map.entry("rollout_journal_lag_records{supplier=\"acme\"}", 0.0),
                    Map.entry("rollout_part_running{part=\"gate\"}", 1.0),
                    Map.entry("rollout_part_running{part=\"ledger\"}", 1.0),
                    Map.entry("rollout_instance_troubled", 0.0),
                    Map.entry("rollout_server_reachable{server=\"kafka\"}", 1.0),
                    Map.entry("rollout_server_reachable{server=\"registry\"}", 1.0),
                    Map.entry("rollout_restoring_stores", 0.0));
            wanted.forEach((series, value) ->
                    assertThat(scrape.value(series)).as(series + "\n" + scrape).isEqualTo(value));
            assertThat(scrape.value("rollout_report_latency_seconds_sum")).isPositive();
            assertThat(scrape.value("rollout_clock_ticks_total")).isPositive();
            assertThat(scrape.value("rollout_clock_tick_timestamp_seconds")).isGreaterThan(REPORTED.getEpochSecond());
            assertThat(scrape.value("rollout_clock_age_seconds")).isBetween(0.0, 30.0);
            assertThat(scrape.series()).contains("rollout_ledger_lag_records{partition=\"5\"}");
        });
    }

    private static String rejected(String reason) {
        return "rollout_reports_rejected_total{reason=\"" + reason + "\",supplier=\"acme\"}";
    }

    @Test
    @Order(2)
    void theNamesAreThoseOfTheCatalogueAndPromtoolHasNothingToSay() throws Exception {
        haveAConnector();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        Scrape.of(address).value("rollout_undelivered_alert_age_seconds{connector=\"pager\"}"))
                .isZero());
        Scrape scrape = Scrape.of(address);
        scrape.requireTheCatalogue();
        assertThat(scrape.series())
                .anyMatch(name -> name.startsWith("kafka_stream_"))
                .anyMatch(name -> name.startsWith("jvm_memory_used_bytes"));
        System.out.println(scrape.series().size() + " series in a scrape");
        assertThat(up.err()).doesNotContain("registration", "micrometer", "\tat ");
        assertThat(Prometheus.tool("check", "metrics")
                        .reading(scrape.ours())
                        .run()
                        .orFail())
                .isEmpty();
    }

    /** One that has delivered all there is. */
    private static void haveAConnector() {
        TopicPartition transitions = new TopicPartition(Topics.ALERT_TRANSITIONS.name(), 0);
        try (Hub hub = UpFolder.hub(folder);
                Admin admin = KafkaClients.admin(hub.connection().client())) {
            OffsetAndMetadata end = new OffsetAndMetadata(
                    Positions.lastStable(admin, List.of(transitions)).getOrDefault(transitions, 0L));
            KafkaCalls.await(
                    "commit",
                    admin.alterConsumerGroupOffsets("connect-pager", Map.of(transitions, end))
                            .all());
        }
    }

    @Test
    @Order(3)
    void aHubThatIsWellSaysSoToWhoeverProbesIt() throws Exception {
        HttpResponse<String> live = Scrape.get(address + "health/live");
        assertThat(live.statusCode()).as(live.body()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> ready = Scrape.get(address + "health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            JsonNode answer = new ObjectMapper().readTree(ready.body());
            assertThat(answer.path("ready").asBoolean()).isTrue();
            assertThat(answer.path("checks").findValuesAsText("check"))
                    .containsExactly(
                            "process",
                            "memory",
                            "gate",
                            "ledger",
                            "records",
                            "suppliers",
                            "rejected",
                            "promises",
                            "fencings",
                            "hold",
                            "kafka",
                            "registry",
                            "clock",
                            "gate-progress",
                            "ledger-progress",
                            "clusters",
                            "time",
                            "alerts");
        });
    }

    @Test
    @Order(4)
    void toAHubToWhichNothingHappensATickIsAFewTransactionsAndNoMore() throws Exception {
        double before = ticks();
        long written = transactionLog();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ticks() >= before + TICKS);
        long records = transactionLog() - written;
        assertThat(records / (ticks() - before))
                .as("records of transactions' states a tick")
                .isBetween(2.0, 35.0);
    }

    private double ticks() throws Exception {
        return Scrape.of(address).value("rollout_clock_ticks_total");
    }

    /** How much the broker has noted about transactions: of each its begin and what became of it. */
    private long transactionLog() {
        try (Hub hub = UpFolder.hub(folder);
                Admin admin = KafkaClients.admin(hub.connection().client())) {
            List<TopicPartition> partitions = Positions.partitions(admin, List.of("__transaction_state"));
            return Positions.highWatermarks(admin, partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    @Test
    @Order(5)
    @NeedsProgram(Program.PROMETHEUS)
    void aRealPrometheusScrapesItAndItsRulesAndEveryQueryOfTheDashboardWork() throws Exception {
        try (PrometheusServer prometheus = PrometheusServer.start(folder, port);
                Hub hub = UpFolder.hub(folder);
                TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            Awaitility.await("the first scrape").atMost(Duration.ofSeconds(30)).until(() -> !prometheus
                    .query("rollout_reports_rejected_total")
                    .isEmpty());
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get(); // a rate that is above nothing
            Awaitility.await("the missed milestone")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(prometheus.query(
                                    "ALERTS{alertname=\"RolloutMilestoneMissed\",alertstate=\"firing\"}"))
                            .as(prometheus.query("{__name__=~\"rollout_.*\"}").toPrettyString())
                            .isNotEmpty());
            List<String> states = new ArrayList<>();
            prometheus.rules().forEach(group -> group.path("rules")
                    .forEach(rule -> states.add(rule.path("name").asText() + " "
                            + rule.path("health").asText())));
            assertThat(states).hasSizeGreaterThan(10).allMatch(state -> state.endsWith(" ok"));
            assertThat(prometheus.query("rollout_reports_accepted_total{supplier=\"acme\"}"))
                    .singleElement()
                    .satisfies(sample ->
                            assertThat(sample.path("value").path(1).asText()).isEqualTo("4"));
            for (String query : Dashboard.queries("rollout-hub", "1m")) {
                Awaitility.await(query)
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> !prometheus.query(query).isEmpty());
            }
        }
    }

    @Test
    @Order(6)
    void aWatchWhoseReaderHasGoneEndsAlthoughNothingHappens() throws Exception {
        Process watch = new ProcessBuilder(HubProcess.command(
                        "watch", "alerts", "--data", UpFolder.data(folder).toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader = watch.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).startsWith("alert").contains("since");
        }
        assertThat(watch.waitFor(30, TimeUnit.SECONDS)).as("it has ended").isTrue();
        assertThat(watch.exitValue()).isZero();
    }

    @Test
    @Order(7)
    void whatTheHubKnowsIsThereAgainAfterARestartAndWhatAnInstanceDidBeginsAtNothing() throws Exception {
        HubProcess watch = HubProcess.start(
                folder,
                Map.of(),
                "watch",
                "alerts",
                "--data",
                UpFolder.data(folder).toString());
        try (watch) {
            watch.awaitOutput("MILESTONE_MISSED");
            up.kill();
            Awaitility.await("the watch says so").atMost(Duration.ofSeconds(30)).until(() -> watch.err()
                    .contains("the connection is lost: Kafka at"));
            up = up();
            Awaitility.await("and that it goes on")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> watch.err().contains("the connection is back"));
            assertThat(watch.isAlive()).isTrue();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Scrape scrape = Scrape.of(address);
            assertThat(scrape.value("rollout_open_alerts{cluster=\"east\",kind=\"MILESTONE_MISSED\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("rollout_go_lives{cluster=\"east\"}")).isEqualTo(1);
            assertThat(scrape.value("rollout_reports_accepted_total{supplier=\"acme\"}"))
                    .isZero();
        });
    }
}
