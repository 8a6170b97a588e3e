package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real programme through the real parts; every expectation was worked out by hand from the suppliers' reports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NpfitStoryIT {
    private static final String EXAMPLE = "../examples/npfit/";

    @SuppressWarnings("NullAway.Init")
    private JsonNode replayed;

    @BeforeAll
    void replay() {
        Cli run = Cli.run(
                "replay",
                "--programme",
                EXAMPLE + "programme.yaml",
                EXAMPLE + "events.jsonl",
                "--until",
                "2006-12-31",
                "--format",
                "json",
                "--partitions",
                "7");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        replayed = run.json();
    }

    @Test
    void everyMilestoneStandsWhereTheRecordSays() {
        Map<String, String> statuses = new TreeMap<>();
        replayed.path("milestones")
                .properties()
                .forEach(m -> statuses.put(
                        m.getKey(),
                        m.getValue().path("status").asText() + " due "
                                + m.getValue().path("due").asText()));
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("london/cerner-contract-by-half-year-results", "MISSED due 2006-11-30"),
                        Map.entry("london/three-trusts-by-christmas", "MISSED due 2006-12-25"),
                        Map.entry("south/first-system-by-turn-of-year", "MET due 2005-12-31"),
                        Map.entry("south/six-sites-by-april-2006", "MISSED due 2006-04-30"),
                        Map.entry("south/dozen-by-end-october", "MISSED due 2006-10-31"),
                        Map.entry("south/one-a-month-to-april-2007", "PENDING due 2007-04-30"),
                        Map.entry("south/release/millennium/R1", "PENDING due 2007-03-31"),
                        Map.entry("south/go-live/bath/millennium/R0", "MISSED due 2006-08-31"),
                        Map.entry("south/go-live/buckinghamshire/millennium/R0", "MET due 2006-09-25"),
                        Map.entry("south/go-live/taunton-somerset/millennium/R0", "MISSED due 2006-10-08"),
                        Map.entry("south/go-live/weston/millennium/R0", "MET due 2006-07-31"),
                        Map.entry("south/go-live/winchester-eastleigh/millennium/R0", "MISSED due 2006-10-15"),
                        Map.entry("south/go-live/worthing-southlands/millennium/R0", "MISSED due 2006-11-02")));
    }

    /** Nuffield, Weston and Buckinghamshire are live on Millennium, in London nobody since July. */
    @Test
    void thePledgeOfTwelveStandsAtThreeAndThatOfSixAtThreeAndThatOfThreeAtNone() {
        JsonNode dozen = replayed.path("milestones").path("south/dozen-by-end-october");
        assertThat(dozen.path("progress").asInt()).isEqualTo(3);
        assertThat(dozen.path("count").asInt()).isEqualTo(12);
        assertThat(dozen.path("achievedOn").isNull()).isTrue();
        JsonNode six = replayed.path("milestones").path("south/six-sites-by-april-2006");
        assertThat(six.path("progress").asInt()).isEqualTo(3);
        assertThat(six.path("count").asInt()).isEqualTo(6);
        assertThat(six.path("achievedOn").isNull()).isTrue();
        JsonNode three = replayed.path("milestones").path("london/three-trusts-by-christmas");
        assertThat(three.path("progress").asInt()).isZero();
        assertThat(three.path("count").asInt()).isEqualTo(3);
        assertThat(three.path("achievedOn").isNull()).isTrue();
    }

    @Test
    void everyMissedMilestoneOpenedAtTheEndOfItsDay() {
        assertThat(Story.transitions(replayed, "south", "MILESTONE_MISSED"))
                .containsExactly(
                        "six-sites-by-april-2006 1 OPEN 2006-04-30T23:00:00Z null null",
                        "go-live/bath/millennium/R0 1 OPEN 2006-08-31T23:00:00Z null null",
                        "go-live/taunton-somerset/millennium/R0 1 OPEN 2006-08-31T23:00:00Z null null",
                        "go-live/taunton-somerset/millennium/R0 1 RESOLVED 2006-08-31T23:00:00Z 2006-09-15T09:00:00Z REPLANNED",
                        "go-live/buckinghamshire/millennium/R0 1 OPEN 2006-09-25T23:00:00Z null null",
                        "go-live/buckinghamshire/millennium/R0 1 RESOLVED 2006-09-25T23:00:00Z 2006-09-26T09:00:00Z REPORTED_LATE",
                        "go-live/taunton-somerset/millennium/R0 2 OPEN 2006-10-08T23:00:00Z null null",
                        "go-live/winchester-eastleigh/millennium/R0 1 OPEN 2006-10-15T23:00:00Z null null",
                        "dozen-by-end-october 1 OPEN 2006-11-01T00:00:00Z null null",
                        "go-live/worthing-southlands/millennium/R0 1 OPEN 2006-11-03T00:00:00Z null null");
        assertThat(Story.transitions(replayed, "london", "MILESTONE_MISSED"))
                .containsExactly(
                        "cerner-contract-by-half-year-results 1 OPEN 2006-12-01T00:00:00Z null null",
                        "three-trusts-by-christmas 1 OPEN 2006-12-26T00:00:00Z null null");
    }

    @Test
    void thePledgeOfTwelveWasAtRiskAtTheFirstReviewBehindIt() {
        assertThat(Story.transitions(replayed, "south", "MILESTONE_AT_RISK"))
                .contains(
                        "dozen-by-end-october 1 OPEN 2006-06-30T23:00:00Z null null",
                        "dozen-by-end-october 1 RESOLVED 2006-06-30T23:00:00Z 2006-11-01T00:00:00Z ESCALATED");
    }

    @Test
    void monthsCountWhatWentLiveAndWhatWasPlanned() {
        assertThat(Story.rates(replayed))
                .containsExactlyInAnyOrder(
                        "london 2005-11 1 0 0",
                        "south 2005-12 1 0 0",
                        "south 2006-06 0 2 0", // baselines of Weston and Bath
                        "south 2006-07 1 0 1", // Weston, due by then
                        "south 2006-08 0 2 1", // baselines of Buckinghamshire and Taunton; Bath due
                        "south 2006-09 1 1 1", // Buckinghamshire; baseline of Winchester
                        "south 2006-10 0 0 2", // Taunton and Winchester due
                        "south 2006-11 0 1 1"); // Worthing
    }

    @Test
    void theClockStandsAtTheEndOfTheLastDayAndNothingWasRefused() {
        assertThat(replayed.path("clock").asText()).isEqualTo("2007-01-01T00:00:00Z");
        assertThat(replayed.path("rejected")).isEmpty();
        assertThat(replayed.path("duplicates").asInt()).isZero();
    }

    @Tag("full")
    @Test
    void theDemoTellsTheSameStoryOnOnePartitionAndStatusFindsItAgain(@TempDir Path data) {
        Cli demo = Cli.run("demo", "--exit", "--speed", "100000", "--data", data.toString());
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("2006-11-01  south   MILESTONE_MISSED: Twelve Millennium installations by the end of October"
                        + " 2006: due 2006-10-31, 3 of 12 live, 9 short")
                .contains("2006-05-01  south   MILESTONE_MISSED: Millennium at six initial sites by April 2006: due"
                        + " 2006-04-30, 1 of 6 live, 5 short")
                .contains("2006-12-26  london  MILESTONE_MISSED: Three further trusts live by Christmas 2006: due"
                        + " 2006-12-25, 0 of 3 live, 3 short")
                .contains("2006-12-01  london  MILESTONE_MISSED: BT signs Cerner for London by its half-year results:"
                        + " due 2006-11-30, not met");

        Cli status = Cli.run("status", "--data", data.toString(), "--format", "json");
        assertThat(status.exitCode()).as(status.err()).isZero();
        ObjectNode state = replayed.deepCopy();
        state.remove(List.of("forecasts", "supplierRecords", "evidence"));
        assertThat(status.json()).isEqualTo(state);
    }
}
