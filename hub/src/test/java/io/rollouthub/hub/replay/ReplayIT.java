package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.hub.terminal.ResultJson;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.Mood;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.model.Size;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays through a real broker and a real registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    private static final Path SCENARIOS = Path.of("../streams-app/src/test/resources/vectors/scenarios");
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 6, 30);

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "01-same-instant, 3",
        "02-until-is-the-due-day, 1",
        "03-live-before-its-plan-arrives-late, 2",
        "04-recommitted, 1",
        "05-two-suppliers-repeats-replaced, 4",
        "06-slips-and-no-date, 1"
    })
    void aScenarioEndsAsDecided(String scenario, int partitions) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(SCENARIOS.resolve(scenario + ".expected.json").toFile());
        ReplayPlan plan = new ReplayPlan(
                ProgrammeFile.read(SCENARIOS.resolve("programme.yaml")),
                List.of(SCENARIOS.resolve(scenario + ".jsonl")),
                LocalDate.parse(expected.path("until").asText()),
                partitions,
                1,
                null);
        JsonNode found = replay(plan);

        for (String field : List.of("clock", "milestones", "openAlerts", "duplicates", "rejected")) {
            assertThat(found.path(field)).as(field).isEqualTo(expected.path(field));
        }
        assertThat(Story.transitions(found)).isEqualTo(Story.transitions(expected));
        assertThat(Story.rates(found)).containsExactlyInAnyOrderElementsOf(Story.rates(expected));
    }

    @Test
    void partitionsAndInstancesChangeNothing(@Seed long seed, @TempDir Path folder) throws IOException {
        RandomProgramme random = Programmes.random(seed, Mood.MIXED, new Size(12, 4, 6, 2, 2, 4, 2, 600));
        Path events = RandomFiles.write(random, folder);
        Programme programme = ProgrammeFile.read(folder.resolve("programme.yaml"));
        JsonNode one = replay(new ReplayPlan(programme, List.of(events), null, 1, 1, null));
        JsonNode seven = replay(new ReplayPlan(programme, List.of(events), null, 7, 2, null));

        assertThat(one.path("milestones")).isNotEmpty();
        assertThat(one.path("transitions")).isNotEmpty();
        assertThat(seven).isEqualTo(one);
    }

    private static final String LAST_OF_THOUSAND = "tick 2021-05-05T12:00:00Z";

    /** Ticks and events of three suppliers, most at the same instants: the journal must hold them in the file's order. */
    @Test
    void theJournalKeepsTheOrderOfTheFile(@TempDir Path folder) throws IOException {
        Files.copy(SCENARIOS.resolve("programme.yaml"), folder.resolve("programme.yaml"));
        Path events = Files.write(folder.resolve("events.jsonl"), thousandEvents());
        Programme programme = ProgrammeFile.parse(
                Files.readString(folder.resolve("programme.yaml"))
                        .replace("zeta: {", "third: { name: Third, clusters: [north, south] }\n  zeta: {"),
                "programme.yaml");
        ReplayPlan plan = new ReplayPlan(programme, List.of(events), LAST_DAY, 3, 1, null);

        List<List<String>> journal =
                sandbox.replay(plan, (result, hub) -> journal(hub, 3)).value();
        for (List<String> partition : journal) {
            assertThat(partition.stream()
                            .filter(entry -> entry.startsWith("tick"))
                            .filter(entry -> entry.compareTo(LAST_OF_THOUSAND) <= 0)
                            .count())
                    .isEqualTo(1_000); // behind them come the days to the end, which comes twice
            assertThat(partition.get(partition.size() - 1)).isEqualTo(partition.get(partition.size() - 2));
            List<String> own = partition.stream()
                    .filter(entry -> !entry.startsWith("programme"))
                    .toList();
            int ticks = 0;
            for (String entry : own) {
                if (entry.startsWith("tick")) {
                    ticks++;
                } else {
                    assertThat(entry).as("the event behind its own tick").isEqualTo("e" + (ticks - 1));
                }
            }
        }
        assertThat(journal.stream()
                        .flatMap(List::stream)
                        .filter(entry -> entry.startsWith("e"))
                        .count())
                .isEqualTo(1_000);
    }

    /** On 10 March nobody had reported the go-live of the 6th, so an alert was opened: the journal's ticks say so. */
    @Test
    void aJournalIsReplayedByItsOwnTicks(@TempDir Path folder) throws IOException {
        String report = "{\"type\":\"GoLiveEvent\",\"eventId\":\"%s\",\"reportedAt\":\"%s\",\"supplier\":\"acme\","
                + "\"cluster\":\"north\",\"site\":\"s\",\"product\":\"core\",\"release\":\"R1\",\"status\":\"%s\","
                + "\"date\":\"2021-03-06\",\"topic\":\"acme\",\"partition\":0,\"offset\":%d,\"acceptedAt\":\"%2$s\"}";
        String tick = "{\"type\":\"Tick\",\"acceptedAt\":\"2021-03-%sT09:00:00Z\"}";
        Path journal = Files.write(
                folder.resolve("journal.jsonl"),
                List.of(
                        tick.formatted("01"),
                        report.formatted("plan", "2021-03-01T12:00:00Z", "PLANNED", 0),
                        tick.formatted("02"),
                        tick.formatted("10"),
                        report.formatted("live", "2021-03-06T12:00:00Z", "LIVE", 1),
                        tick.formatted("12")));
        Programme programme = ProgrammeFile.read(SCENARIOS.resolve("programme.yaml"));
        ReplayPlan plan = new ReplayPlan(programme, List.of(journal), LocalDate.of(2021, 3, 12), 2, 1, null);

        assertThat(Story.transitions(replay(plan), "north", "MILESTONE_MISSED"))
                .containsExactly(
                        "go-live/s/core/R1 1 OPEN 2021-03-07T03:00:00Z null null",
                        "go-live/s/core/R1 1 RESOLVED 2021-03-07T03:00:00Z 2021-03-10T09:00:00Z REPORTED_LATE");
    }

    private static List<String> thousandEvents() {
        List<String> lines = new ArrayList<>();
        String[] suppliers = {"acme", "third", "zeta"};
        for (int i = 0; i < 1_000; i++) {
            String supplier = suppliers[i * 7 % 3];
            String cluster = supplier.equals("zeta") || i % 2 == 0 ? "north" : "south";
            lines.add(("{\"type\":\"GoLiveEvent\",\"eventId\":\"e%d\",\"reportedAt\":\"2021-05-0%dT12:00:00Z\","
                            + "\"supplier\":\"%s\",\"cluster\":\"%s\",\"site\":\"s%d\",\"product\":\"core\","
                            + "\"release\":\"R1\",\"status\":\"PLANNED\",\"date\":\"2021-06-20\"}")
                    .formatted(i, 1 + i / 200, supplier, cluster, i % 300));
        }
        return lines;
    }

    private static List<List<String>> journal(Connection hub, int partitions) {
        List<List<String>> entries = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            entries.add(new ArrayList<>());
        }
        Deserializer<JournalEntry> deserializer = AvroSerde.deserializer(Topics.JOURNAL, hub.registry());
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> entries.get(record.partition())
                    .add(name(deserializer.deserialize(record.topic(), record.value()))));
        }
        return entries;
    }

    private static String name(@Nullable JournalEntry entry) {
        if (entry == null || entry.getEntry() instanceof Programme) {
            return "programme";
        }
        return entry.getEntry() instanceof Tick
                ? "tick " + entry.getAcceptedAt()
                : ReportedEvent.of((SpecificRecord) entry.getEntry()).eventId();
    }

    @Test
    void whatCannotBeReplayedIsToldAndTheRestGoesOn(@TempDir Path folder) throws IOException {
        String good = thousandEvents().get(0);
        Path events = Files.write(
                folder.resolve("events.jsonl"),
                List.of(
                        good,
                        "no JSON at all",
                        good.replace("2021-06-20", "2021-02-30").replace("e0", "bad-date"),
                        good.replace("e0", "too-large").replace("s0", "s".repeat(300_000)),
                        good.replace("e0", "no-batch").replace("s0", "s".repeat(3_000_000)),
                        good.replace("e0", "long")
                                .replace("\"status\"", "\"source\":\"" + "x".repeat(200_000) + "\",\"status\""),
                        good.replace("e0", "stray").replace("\"type\"", "\"topic\":\"nobody\",\"type\""),
                        good.replace("e0", "nameless").replace("\"type\"", "\"topic\":\"no/body\",\"type\""),
                        good.replace("e0", "last").replace("s0", "s1")));
        Programme programme = ProgrammeFile.read(SCENARIOS.resolve("programme.yaml"));
        var outcome = sandbox.replay(new ReplayPlan(programme, List.of(events), LAST_DAY, 1, 1, null), ReplayIT::json);

        assertThat(outcome.problems()).hasSize(3);
        assertThat(outcome.problems().get(0)).contains("events.jsonl:2:");
        assertThat(outcome.problems().get(1)).contains("events.jsonl:3:").contains("2021-02-30");
        assertThat(outcome.problems().get(2)).contains("2097152 bytes");
        assertThat(StreamSupport.stream(outcome.value().path("rejected").spliterator(), false)
                        .map(r -> r.path("supplier").asText() + " "
                                + r.path("eventId").asText() + " "
                                + r.path("reason").asText()))
                .containsExactly(
                        "acme null TOO_LARGE", // its beginning alone, which is no event
                        "acme long FIELD_TOO_LONG",
                        "nobody stray UNKNOWN_SUPPLIER",
                        "no/body nameless UNKNOWN_SUPPLIER");
        assertThat(outcome.value().path("milestones").properties()).hasSize(2);
    }

    private JsonNode replay(ReplayPlan plan) throws IOException {
        var outcome = sandbox.replay(plan, ReplayIT::json);
        assertThat(outcome.problems()).isEmpty();
        return outcome.value();
    }

    private static JsonNode json(Replay.Result result, Connection hub) {
        try {
            return new ObjectMapper().readTree(ResultJson.write(result.model(), result.clock(), result.rejected()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
