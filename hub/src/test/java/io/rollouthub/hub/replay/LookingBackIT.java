package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.hub.terminal.ResultJson;
import io.rollouthub.model.Mood;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.Size;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.TimeTravel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was known at an instant, and why things stand as they stand, from the journal on a real broker. */
class LookingBackIT {
    private static final String EXAMPLE = "../examples/npfit/";
    private static final Path SCENARIOS = Path.of("../streams-app/src/test/resources/vectors/scenarios");

    @Test
    void thePledgeOfTwelveTwoWeeksBeforeItsDateAndItsStory(@TempDir Path folder) {
        String data = folder.resolve("data").toString();
        String programme = EXAMPLE + "programme.yaml";
        String events = EXAMPLE + "events.jsonl";
        assertThat(Cli.run("replay", "--programme", programme, events, "--until", "2006-12-31", "--data", data))
                .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isZero());

        JsonNode then = Cli.run("status", "--data", data, "--as-of", "2006-10-15T00:00:00Z", "--format", "json")
                .json();
        assertThat(then.path("clock").asText()).isEqualTo("2006-10-15T00:00:00Z");
        JsonNode dozen = then.path("milestones").path("south/dozen-by-end-october");
        assertThat(dozen.path("status").asText()).isEqualTo("PENDING");
        assertThat(dozen.path("progress").asText() + " of " + dozen.path("count"))
                .isEqualTo("3 of 12");
        assertThat(then.path("openAlerts").toString())
                .contains("south/MILESTONE_AT_RISK/dozen-by-end-october")
                .doesNotContain("south/MILESTONE_MISSED/dozen-by-end-october");
        assertThat(then.path("milestones").toString()).doesNotContain("one-a-month-to-april-2007");

        Cli story = Cli.run("explain", "--data", data, "south/MILESTONE_AT_RISK/dozen-by-end-october");
        assertThat(story.exitCode()).as(story.err()).isZero();
        assertThat(story.out().lines().map(String::strip))
                .containsSubsequence(
                        "Twelve Millennium installations by the end of October 2006",
                        "On 2006-06-30 Fujitsu promised 12 go-lives of millennium by 2006-10-31 [fujitsu/npfit-017].",
                        "On 2006-07-01 it opened: with 1 of 12 go-lives, 11 short, and 122 days left until 2006-10-31"
                                + " [fujitsu/npfit-017].",
                        "Where it stands on 2007-01-01");

        Cli unknown = Cli.run("explain", "--data", data, "south/dozen-by-end-octobre");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualToIgnoringNewLines("rollout: Nothing was reported on 'south/dozen-by-end-octobre'. Did you mean"
                        + " south/dozen-by-end-october?");
        assertThat(unknown.out()).isEmpty();
    }

    /** A replay that goes on has known at the end of a day what one comes to that stops there; its file is in order. */
    @Tag("full")
    @Test
    void whatWasKnownAtTheEndOfADayIsWhatAReplayUntilThenComesTo(@Seed long seed, @TempDir Path folder)
            throws IOException {
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
            Path scenario = SCENARIOS.resolve("05-two-suppliers-repeats-replaced.jsonl");
            Programme decided = ProgrammeFile.read(SCENARIOS.resolve("programme.yaml"));
            assertSame(sandbox, decided, scenario, List.of(date("2019-05-20"), date("2019-07-01")));

            Path events = RandomFiles.writeInOrder(
                    Programmes.random(seed, Mood.MIXED, new Size(6, 3, 5, 2, 2, 3, 2, 500)), folder);
            Programme random = ProgrammeFile.read(folder.resolve("programme.yaml"));
            Instant begin =
                    ReplayEvent.read(List.of(events), error -> {}).get(0).acceptedAt();
            LocalDate first = LocalDate.ofInstant(begin, ZoneId.of(random.getZone()));
            assertSame(sandbox, random, events, List.of(first.plusDays(200), first.plusDays(800)));
        }
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** Replays until each day, and at the last of them looks back at all. */
    private static void assertSame(Sandbox sandbox, Programme programme, Path events, List<LocalDate> days)
            throws IOException {
        List<JsonNode> stopped = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        List<JsonNode> seen = new ArrayList<>();
        for (LocalDate day : days) {
            ReplayPlan plan = new ReplayPlan(programme, List.of(events), day, 3, 1, null);
            stopped.add(sandbox.replay(plan, (result, hub) -> {
                        ends.add(result.clock());
                        if (ends.size() == days.size()) {
                            ends.forEach(end -> seen.add(asOf(hub, end)));
                        }
                        return json(result.model(), result.clock());
                    })
                    .value());
        }
        for (int i = 0; i < days.size(); i++) {
            assertThat(seen.get(i)).as("as of " + ends.get(i)).isEqualTo(stopped.get(i));
        }
    }

    private static JsonNode asOf(Connection hub, Instant instant) {
        return json(TimeTravel.of(new HubReader(hub), instant), instant);
    }

    /** Offsets in supplier topics are the same in all replays of a file, so rejections can be compared as well. */
    private static JsonNode json(ReadModel model, Instant clock) {
        try {
            String text = ResultJson.write(model, clock, Rejected.inOrder(model.rejected()));
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
