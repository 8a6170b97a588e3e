package io.rollouthub.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.embedded.EmbeddedRegistry;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.replay.Progress;
import io.rollouthub.hub.replay.Replay;
import io.rollouthub.hub.replay.ReplayPlan;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A console on the topics of the real programme, replayed until the end of 2006 on a real broker. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
    private static final Path EXAMPLE = Path.of("..", "examples", "npfit");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOZEN = "dozen-by-end-october";

    /** Refused: BT has no business in the South. */
    private static final String STRAY = """
            {"type": "GoLiveEvent", "eventId": "stray-1", "reportedAt": "2006-12-30T09:00:00Z", "supplier": "bt", \
            "cluster": "south", "site": "weston", "product": "millennium", "release": "R1", "status": "PLANNED", \
            "date": "2007-03-31"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private Connection hub;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void start() throws IOException {
        registry =
                EmbeddedRegistry.start(RegistryProgram.jar(), Files.createDirectories(folder.resolve("registry")), 0);
        broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("broker")), 0, List.of());
        hub = new Connection(
                broker.bootstrapServers(), SchemaRegistry.at(registry.url(), Map.of()), folder.resolve("streams"));
        console = Console.start(hub, new Outlook(true, ClockSettings.DEFAULT), HttpSettings.loopback(0), List.of());
        browser = new Browser(console.address());

        assertThat(browser.get("api/programme").statusCode()).isEqualTo(503); // nothing is there yet
        assertThat(browser.get("api/programme").headers().firstValue("retry-after"))
                .hasValue("1");
        replay();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.json("api/system").at("/console/journal"))
                        .hasToString("\"LIVE\""));
    }

    private void replay() throws IOException {
        Path events = Files.writeString(
                folder.resolve("events.jsonl"),
                Files.readString(EXAMPLE.resolve("events.jsonl")).strip() + "\n" + STRAY);
        ReplayPlan plan = new ReplayPlan(
                ProgrammeFile.read(EXAMPLE.resolve("programme.yaml")),
                List.of(events),
                LocalDate.of(2006, 12, 31),
                2,
                1,
                null);
        try (Replay replay = new Replay(plan, hub, new Quiet())) {
            replay.run();
        }
    }

    @AfterAll
    void stop() {
        console.close();
        broker.close();
        hub.registry().close();
        registry.close();
    }

    /** The numbers in the documentation are those of this very programme. */
    @Test
    @Order(1)
    void everyDocumentedPathAnswersAsDocumented() throws IOException {
        List<Documented> all = Documented.in(Files.readString(Path.of("..", "docs", "api.md")));

        assertThat(all).extracting(Documented::path).hasSizeGreaterThanOrEqualTo(8);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.json("api/system").at("/stages/1/lag"))
                        .hasToString("0"));
        for (Documented one : all) {
            one.assertAnsweredBy(browser.json(one.path().substring(1)));
        }
    }

    @Test
    @Order(2)
    void theAnswersHoldWhatTheTopicsHold() {
        ReadModel topics = new HubReader(hub).now();
        JsonNode south = browser.json("api/clusters/south/milestones?size=500");
        JsonNode london = browser.json("api/clusters/london/milestones?size=500");
        JsonNode open = browser.json("api/alerts?size=500");

        assertThat(south.path("milestones").findValuesAsText("id"))
                .hasSize(south.path("total").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        topics.milestones().subMap("south/", "south0").keySet());
        assertThat(south.path("total").asInt() + london.path("total").asInt())
                .isEqualTo(topics.milestones().size());
        for (JsonNode row : south.path("milestones")) {
            MilestoneState state = Objects.requireNonNull(
                    topics.milestones().get(row.path("id").asText()));
            assertThat(row.path("status").asText()).isEqualTo(state.getStatus().name());
            assertThat(row.path("due").asText()).isEqualTo(state.getDue().toString());
            assertThat(row.path("owner").asText()).isEqualTo(state.getOwner());
        }
        assertThat(open.path("alerts").findValuesAsText("alertId"))
                .containsExactlyInAnyOrderElementsOf(topics.openAlerts().stream()
                        .map(alert -> alert.getAlertId())
                        .toList());
        for (String alertId : open.path("alerts").findValuesAsText("alertId")) {
            JsonNode alert = browser.json("api/alerts/" + alertId);
            assertThat(alert.at("/alert/alertId").asText()).isEqualTo(alertId);
            assertThat(alert.path("causes")).isNotEmpty();
            assertThat(alert.at("/story/sections")).isNotEmpty();
        }
        for (String id : topics.milestones().keySet()) {
            JsonNode milestone = browser.json("api/milestones/" + id);
            assertThat(milestone.path("history")).as(id).isNotEmpty();
            assertThat(milestone.path("plan")).as(id).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void whatIsNotThereAndWhatCannotBeMeantIsSaidInASentence() {
        assertThat(browser.get("api/clusters/nroth").statusCode()).isEqualTo(404);
        assertThat(browser.get("api/clusters/nroth").body())
                .isEqualTo("{\"error\":\"There is no cluster 'nroth'. There are: london, south.\"}");
        assertThat(browser.get("api/milestones/south/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("api/alerts/south/MILESTONE_MISSED/nothing").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("api/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("api/alerts?kind=BAD").statusCode()).isEqualTo(400);
        assertThat(browser.get("api/clusters/south/milestones?page=0").statusCode())
                .isEqualTo(400);
        assertThat(browser.get("api/programme?x=1").body()).contains("There is no parameter 'x'.");
    }

    @Test
    @Order(4)
    void whatHasNotChangedIsNotSentAgain() {
        String tag =
                browser.get("api/clusters/south").headers().firstValue("etag").orElseThrow();

        assertThat(browser.get("api/clusters/south", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(browser.get("api/clusters/south", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void thePagesAreOnePageAndFilesBesideItButNoClass() {
        String index = browser.get("").body();

        assertThat(index).contains("<html");
        for (String address :
                List.of("clusters/south", "milestones/south/release/millennium/R0.js", "alerts", "system")) {
            assertThat(browser.get(address).body()).as(address).isEqualTo(index);
        }
        assertThat(browser.get("assets/vendor/chart.js").body()).contains("Chart.js v");
        assertThat(browser.get("assets/vendor/chart.js").headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        for (String hidden : List.of(
                "assets/Console.class", "assets/live/Board.class", "assets/nothing.js", "assets/package-info.class")) {
            assertThat(browser.get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    @Order(6)
    void aChangeOnATopicReachesWhoListensAndTheNextAnswer() throws Exception {
        MilestoneState before =
                Objects.requireNonNull(new HubReader(hub).now().milestones().get("south/" + DOZEN));
        try (Browser.Stream all = browser.listen("api/stream");
                Browser.Stream london = browser.listen("api/stream?cluster=london")) {
            all.await("event: connection", "\"state\":\"LIVE\"", "event: clock", "\"state\":\"SIMULATED\"");
            london.await("event: clock");

            String title = "Twelve <b>installations</b>";
            publish(
                    Topics.MILESTONES,
                    "south/" + DOZEN,
                    MilestoneState.newBuilder(before).setTitle(title).build());

            all.await("event: change", "\"key\":\"south/" + DOZEN + "\"");
            assertThat(browser.json("api/milestones/south/" + DOZEN)
                            .at("/milestone/name")
                            .asText())
                    .isEqualTo(title);
            publish(Topics.MILESTONES, "south/" + DOZEN, before);

            GoLiveEvent planned = GoLiveEvent.newBuilder()
                    .setEventId("late-1")
                    .setReportedAt(Instant.parse("2007-01-02T09:00:00Z"))
                    .setSupplier("bt")
                    .setCluster("london")
                    .setSite("homerton")
                    .setProduct("millennium")
                    .setRelease("R0")
                    .setStatus(GoLiveStatus.PLANNED)
                    .setDate(LocalDate.of(2007, 6, 30))
                    .build();
            publish(Topics.JOURNAL, "london", new JournalEntry(planned.getReportedAt(), null, planned));
            london.await("\"topic\":\"" + Topics.JOURNAL.name() + "\"", "london/go-live/homerton/millennium/R0");
            assertThat(browser.json("api/milestones/london/go-live/homerton/millennium/R0")
                            .at("/history/0/cause")
                            .asText())
                    .isEqualTo("bt/late-1");
            assertThat(london.text()).doesNotContain("south/");
            assertThat(browser.json("api/system").at("/console/streams").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    @Order(7)
    void withoutKafkaItShowsWhatItKnowsAndSaysSoAndGoesOnWhenKafkaIsBack() throws Exception {
        int port = Integer.parseInt(broker.bootstrapServers().replaceFirst(".*:", ""));
        try (Browser.Stream stream = browser.listen("api/stream")) {
            stream.await("\"state\":\"LIVE\"");
            broker.close();
            stream.await("\"state\":\"LOST\"", "cannot be reached");
            assertThat(browser.json("api/system").at("/health/state").asText()).isEqualTo("DOWN");
            assertThat(browser.json("api/clusters/south/milestones")
                            .path("total")
                            .asInt())
                    .isPositive();

            stream.forget();
            broker = EmbeddedBroker.start(folder.resolve("broker"), port, List.of());
            stream.await("event: connection", "\"state\":\"LIVE\"");
            MilestoneState now =
                    Objects.requireNonNull(new HubReader(hub).now().milestones().get("south/" + DOZEN));
            publish(
                    Topics.MILESTONES,
                    "south/" + DOZEN,
                    MilestoneState.newBuilder(now).setTitle("Back again").build());
            stream.await("event: change", "\"key\":\"south/" + DOZEN + "\"");
            assertThat(browser.json("api/milestones/south/" + DOZEN)
                            .at("/milestone/name")
                            .asText())
                    .isEqualTo("Back again");
        }
    }

    private <V extends SpecificRecord> void publish(Topic<V> topic, String key, V value) throws Exception {
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), Map.of("acks", "all"))) {
            byte[] bytes = new AvroWriter(hub.registry()).write(topic.subject(), value);
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        }
    }

    private record Quiet() implements Progress {
        @Override
        public void phase(String name) {}

        @Override
        public void transition(AlertTransition transition) {}

        @Override
        public void problem(String message) {
            throw new AssertionError(message);
        }
    }
}
