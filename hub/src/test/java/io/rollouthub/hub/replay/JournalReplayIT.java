package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.entry.Entry;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.terminal.ResultJson;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.journal.JournalJson;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An exported journal is replayed to what it was; any other file goes through the gate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalReplayIT {
    private static final Programme WHOLE =
            ProgrammeFile.read(Path.of("../streams-app/src/test/resources/vectors/scenarios/programme.yaml"));
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

    private static Programme with(String supplier) {
        List<Supplier> one = WHOLE.getSuppliers().stream()
                .filter(each -> each.getSupplier().equals(supplier))
                .toList();
        assertThat(one).hasSize(1);
        return Programme.newBuilder(WHOLE).setSuppliers(one).build();
    }

    private static String programme(String supplier, String at) {
        return JournalJson.write(new Entry.ProgrammeEntry(with(supplier), Instant.parse(at)));
    }

    private static String plan(String supplier, String site, String at) {
        return ("{\"type\":\"GoLiveEvent\",\"eventId\":\"%1$s-1\",\"reportedAt\":\"%3$s\",\"supplier\":\"%1$s\","
                        + "\"cluster\":\"north\",\"site\":\"%2$s\",\"product\":\"core\",\"release\":\"R1\","
                        + "\"status\":\"PLANNED\",\"date\":\"2021-06-20\",\"topic\":\"%1$s\",\"partition\":0,"
                        + "\"offset\":0,\"acceptedAt\":\"%3$s\"}")
                .formatted(supplier, site, at);
    }

    private static List<String> twoProgrammes() {
        return List.of(
                JournalJson.FIRST_LINE,
                programme("acme", "2021-03-01T00:00:00Z"),
                plan("acme", "a", "2021-03-02T09:00:00Z"),
                programme("zeta", "2021-03-03T00:00:00Z"),
                plan("zeta", "z", "2021-03-04T09:00:00Z"),
                "{\"type\":\"Tick\",\"acceptedAt\":\"2021-06-10T09:00:00Z\"}");
    }

    @Test
    void programmesOfAnExportedJournalHoldFromTheirPlacesOn(@TempDir Path folder) throws IOException {
        Path journal = Files.write(folder.resolve("journal.jsonl"), twoProgrammes());
        JsonNode replayed = replay(journal, with("acme"));

        assertThat(replayed.path("rejected")).isEmpty();
        assertThat(replayed.path("milestones").properties())
                .extracting(milestone -> milestone.getKey() + " "
                        + milestone.getValue().path("owner").asText() + " "
                        + milestone.getValue().path("status").asText())
                .containsExactly("north/go-live/a/core/R1 acme MISSED", "north/go-live/z/core/R1 zeta MISSED");
        assertThat(Story.transitions(replayed, "north", "MILESTONE_MISSED")).hasSize(2);
    }

    @Test
    void withoutItsFirstLineTheGateJudgesByTheProgrammeGiven(@TempDir Path folder) throws IOException {
        List<String> lines = twoProgrammes();
        Path events = Files.write(folder.resolve("events.jsonl"), lines.subList(1, lines.size()));
        JsonNode replayed = replay(events, with("acme"));

        assertThat(replayed.path("rejected")).hasSize(1);
        assertThat(replayed.path("rejected").get(0).path("reason").asText()).isEqualTo("UNKNOWN_SUPPLIER");
    }

    @Test
    void anExportedJournalIsReplayedAlone(@TempDir Path folder) throws IOException {
        Path journal = Files.write(folder.resolve("journal.jsonl"), twoProgrammes());
        Path events =
                Files.writeString(folder.resolve("events.jsonl"), plan("acme", "b", "2021-03-02T10:00:00Z") + "\n");
        ReplayPlan plan = new ReplayPlan(WHOLE, List.of(events, journal), LAST_DAY, 1, 1, null);

        assertThatThrownBy(() -> sandbox.replay(plan, (result, hub) -> ""))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("journal.jsonl is an exported journal")
                .hasMessageContaining("Replay it alone");
    }

    /** Its only tick comes behind the end; without a look at it each event would have got one of ours. */
    @Test
    void aFileWithTicksBehindTheEndHasItsOwnTicksAllTheSame(@TempDir Path folder) throws IOException {
        Path events = Files.write(
                folder.resolve("events.jsonl"),
                List.of(
                        plan("acme", "a", "2021-03-02T09:00:00Z"),
                        plan("zeta", "z", "2021-03-04T09:00:00Z"),
                        "{\"type\":\"Tick\",\"acceptedAt\":\"2021-06-10T09:00:00Z\"}"));
        ReplayPlan plan = new ReplayPlan(WHOLE, List.of(events), LocalDate.of(2021, 5, 1), 1, 1, null);

        List<Instant> ticks = sandbox.replay(plan, (result, hub) -> ticks(hub)).value();
        assertThat(ticks)
                .as("the end alone, twice, as its figures are worked out afresh")
                .hasSize(2)
                .containsOnly(ticks.get(0));
    }

    /** The supplier's topic was deleted and made anew meanwhile, so that its first place is that of each of them. */
    @Test
    void whatTheLedgerRejectsIsToldOfEachLineAlsoWhereTwoComeFromOnePlace(@TempDir Path folder) throws IOException {
        Path journal = Files.write(
                folder.resolve("journal.jsonl"),
                List.of(
                        JournalJson.FIRST_LINE,
                        programme("acme", "2021-03-01T00:00:00Z"),
                        plan("acme", "a", "2021-03-02T09:00:00Z"),
                        plan("acme", "a", "2021-03-03T09:00:00Z"),
                        plan("acme", "a", "2021-03-04T09:00:00Z")));
        JsonNode replayed = replay(journal, with("acme"));

        assertThat(replayed.path("rejected"))
                .extracting(one -> one.path("reason").asText())
                .containsExactly("DUPLICATE_ID", "DUPLICATE_ID");
    }

    private static List<Instant> ticks(Connection hub) {
        List<Instant> ticks = new ArrayList<>();
        Deserializer<JournalEntry> entries = AvroSerde.deserializer(Topics.JOURNAL, hub.registry());
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                JournalEntry entry = Objects.requireNonNull(entries.deserialize(record.topic(), record.value()));
                if (entry.getEntry() instanceof Tick) {
                    ticks.add(entry.getAcceptedAt());
                }
            });
        }
        return ticks;
    }

    private JsonNode replay(Path file, Programme programme) throws IOException {
        var outcome = sandbox.replay(
                new ReplayPlan(programme, List.of(file), LAST_DAY, 2, 1, null), (result, hub) -> json(result));
        assertThat(outcome.problems()).isEmpty();
        return outcome.value();
    }

    private static JsonNode json(Replay.Result result) {
        try {
            return new ObjectMapper().readTree(ResultJson.write(result.model(), result.clock(), result.rejected()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
