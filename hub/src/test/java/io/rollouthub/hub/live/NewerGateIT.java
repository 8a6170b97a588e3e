package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.StreamsFailedException;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

/** An upgrade in which a gate is newer than the ledger that reads its journal. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewerGateIT {
    private static final int SITES = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofSeconds(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final String journal = Topics.JOURNAL.subject();

    @BeforeAll
    void prepare() {
        LiveProgramme.apply(
                LiveProgramme.write(folder, "Europe/London"),
                connection.bootstrapServers(),
                connection.registry().address());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void schemasOfWhatGatesAndLedgersShareMayOnlyGrow() {
        assertThat(List.of(Topics.JOURNAL, Topics.PROGRAMME, Topics.CONTROL))
                .allSatisfy(topic -> assertThat(connection.registry().compatibility(topic.subject()))
                        .isEqualTo("BACKWARD_TRANSITIVE"));
        assertThatThrownBy(() -> connection
                        .registry()
                        .register(journal, NewerJournal.withoutAKind().toString()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    @Order(2)
    void aFieldMoreInEachEntryChangesNothingThatTheLedgerTells() throws Exception {
        int newer = connection
                .registry()
                .register(journal, NewerJournal.withAField().toString());
        Map<String, String> gate = Map.of(
                "ROLLOUT_KAFKA_PRODUCER_INTERCEPTOR_CLASSES",
                NewerJournal.class.getName(),
                "ROLLOUT_KAFKA_PRODUCER_TEST_JOURNAL_ID",
                Integer.toString(newer));
        ReadModel told;
        try (HubStreams streams = HubStreams.start(
                Settings.read(null, gate, Map.of()).streams(connection), connection.registry(), FlowListener.NONE)) {
            publish();
            told = awaitAllLive(streams, connection);
        }
        assertThat(schemaIds()).containsExactly(newer);
        assertThat(Cli.on(connection, "verify")).satisfies(verified -> assertThat(verified.exitCode())
                .as(verified.out() + verified.err())
                .isZero());

        assertThat(unchanged()).isEqualTo(essence(told));
    }

    @Tag("full")
    @Test
    @Order(3)
    void aKindMoreStopsTheLedgerWithASentenceUntilItIsNewerItself() throws Exception {
        int newer =
                connection.registry().register(journal, NewerJournal.withAKind().toString());
        HttpSettings http = HttpSettings.loopback(0);
        Settings given = Settings.read(null, Map.of(), Map.of());
        try (Monitoring monitoring = new Monitoring(connection, given.clock());
                HttpServer server = HttpServer.start(http, monitoring.routes(http));
                HubStreams streams =
                        HubStreams.start(settings(connection), connection.registry(), monitoring.listener())) {
            monitoring.watch(streams);
            try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
                byte[] entry = NewerJournal.escalation(newer, Instant.now());
                producer.send(new ProducerRecord<>(Topics.JOURNAL.name(), "east", entry))
                        .get();
            }
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
                assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
                assertThat(ready.body())
                        .contains("the streams application has stopped", "io.rollouthub.journal.Escalation");
            });
            assertThatThrownBy(streams::check)
                    .isInstanceOf(StreamsFailedException.class)
                    .hasMessageContaining("io.rollouthub.journal.Escalation");
        }
        assertThat(Cli.on(connection, "streams")).returns(1, Cli::exitCode).satisfies(stopped -> assertThat(
                        stopped.err())
                .contains("io.rollouthub.journal.Escalation", "which this program does not know")
                .containsSubsequence(
                        "Run the newer version of the program", "If nobody can: 'rollout admin pass-over"));
    }

    /** Under load: all of them are sent before the first is judged, or nearly so. */
    private void publish() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (TestSupplier acme = new TestSupplier(connection, "acme");
                TestSupplier bolt = new TestSupplier(connection, "bolt")) {
            for (int site = 0; site < SITES; site++) {
                TestSupplier supplier = site % 2 == 0 ? acme : bolt;
                Reports cluster = Reports.on(List.of("east", "mid", "west").get(site % 3));
                LocalDate due = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(site % 300 - 100);
                Instant before =
                        at.minusSeconds(60); // a plan of the same instant may stand behind, where it says nothing
                supplier.send(cluster.goLive("site-" + site, "p", "r").planned("plan-" + site, before, due));
                supplier.send(cluster.goLive("site-" + site, "p", "r")
                        .live("live-" + site, at, LocalDate.ofInstant(at, ZoneOffset.UTC)));
            }
        }
    }

    private ReadModel awaitAllLive(HubStreams streams, Connection at) {
        ReadModel[] told = new ReadModel[1];
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).untilAsserted(() -> {
            streams.check();
            told[0] = new HubReader(at).now();
            assertThat(told[0].milestones())
                    .as("trouble: %s", streams.trouble())
                    .hasSize(SITES);
            assertThat(told[0].milestones().values()).allMatch(one -> one.getAchievedOn() != null);
        });
        return told[0];
    }

    /** What a ledger tells of the same journal as a gate of today writes it. */
    private Map<String, String> unchanged() {
        Path exported = folder.resolve("exported.jsonl");
        assertThat(Cli.on(connection, "journal", "export", exported.toString()))
                .satisfies(
                        export -> assertThat(export.exitCode()).as(export.err()).isZero());
        try (LocalHub other = LocalHub.start(null)) {
            Connection at = other.connection();
            assertThat(Cli.on(at, "journal", "import", exported.toString()))
                    .satisfies(imported ->
                            assertThat(imported.exitCode()).as(imported.err()).isZero());
            try (HubStreams ledger = HubStreams.startLedger(settings(at), at.registry())) {
                return essence(awaitAllLive(ledger, at));
            }
        }
    }

    /** Each milestone, and each alert that opened or ended, without what moves with time. */
    private static Map<String, String> essence(ReadModel model) {
        Map<String, String> essence = new TreeMap<>();
        model.milestones().forEach((key, one) -> essence.put(key, line(one)));
        model.transitions()
                .forEach(one -> essence.put(
                        one.getAlertId() + " " + one.getState(), one.getStartsAt() + " " + one.getEndsAt()));
        return essence;
    }

    private static String line(MilestoneState one) {
        return one.getStatus() + " " + one.getBaseline() + " " + one.getDue() + " " + one.getAchievedOn() + " "
                + one.getOwner();
    }

    private Set<Integer> schemaIds() {
        Set<Integer> ids = new TreeSet<>();
        try (TopicReader reader = new TopicReader(connection.client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record ->
                    ids.add(ByteBuffer.wrap(record.value(), 1, Integer.BYTES).getInt()));
        }
        return ids;
    }

    private static HubSettings settings(Connection at) {
        return Settings.read(null, Map.of(), Map.of()).streams(at);
    }
}
