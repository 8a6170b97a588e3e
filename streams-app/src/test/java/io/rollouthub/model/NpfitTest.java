package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Npfit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real programme ends with the pledges missed that the record says were missed. */
@Execution(ExecutionMode.CONCURRENT)
class NpfitTest {
    private static final Path EVENTS = Path.of("..", "examples", "npfit", "events.jsonl");

    @Test
    void eachPledgeIsMissedWhenItsDateEndsWithWhatHadBeenDoneByThen() throws IOException {
        assertMissed("south/six-sites-by-april-2006", "2006-04-30", "2006-04-30T23:00:00Z", 1, 6);
        assertMissed("south/dozen-by-end-october", "2006-10-31", "2006-11-01T00:00:00Z", 3, 12);
        assertMissed("london/three-trusts-by-christmas", "2006-12-25", "2006-12-26T00:00:00Z", 0, 3);
        assertMissed("london/cerner-contract-by-half-year-results", "2006-11-30", "2006-12-01T00:00:00Z", null, null);
    }

    @Test
    void theFirstPledgeWasMetAndTheFourAreStillMissedAtTheEnd() throws IOException {
        Model model = replay(LocalDate.of(2006, 12, 31));
        assertThat(model.openAlerts())
                .containsKeys(
                        "south/MILESTONE_MISSED/dozen-by-end-october",
                        "south/MILESTONE_MISSED/six-sites-by-april-2006",
                        "london/MILESTONE_MISSED/three-trusts-by-christmas",
                        "london/MILESTONE_MISSED/cerner-contract-by-half-year-results");
        assertThat(model.milestones().entrySet())
                .filteredOn(entry -> entry.getKey().endsWith("/first-system-by-turn-of-year"))
                .extracting(entry -> entry.getValue().status())
                .containsExactly("MET");
    }

    @Test
    void thePledgesAreAtRiskMonthsBeforeTheyAreMissed() throws IOException {
        List<String> told = replay(LocalDate.of(2006, 12, 31)).transitions().stream()
                .filter(transition -> transition.alertId().contains("/MILESTONE_AT_RISK/"))
                .map(t -> t.at() + " " + t.alertId() + " " + (t.resolution() == null ? "OPEN" : t.resolution()))
                .toList();
        assertThat(told)
                .contains(
                        "2006-06-30T23:00:00Z south/MILESTONE_AT_RISK/dozen-by-end-october OPEN",
                        "2006-11-01T00:00:00Z south/MILESTONE_AT_RISK/dozen-by-end-october ESCALATED");
        assertThat(told)
                .filteredOn(transition -> transition.startsWith("2006-07"))
                .singleElement()
                .asString()
                .endsWith("london/MILESTONE_AT_RISK/three-trusts-by-christmas OPEN");
    }

    private static void assertMissed(
            String milestone, String due, String since, @Nullable Integer progress, @Nullable Integer count)
            throws IOException {
        Model model = replay(LocalDate.parse(due));
        assertThat(model.openAlerts())
                .containsEntry(milestone.replace("/", "/MILESTONE_MISSED/"), new OpenAlert(1, Instant.parse(since)));
        assertThat(model.milestones()).hasEntrySatisfying(milestone, view -> {
            assertThat(view.due()).isEqualTo(due);
            assertThat(view.progress()).isEqualTo(progress);
            assertThat(view.count()).isEqualTo(count);
        });
    }

    private static Model replay(LocalDate until) throws IOException {
        Replay replay = Replay.of(Npfit.PROGRAMME, EventLines.of(Files.readString(EVENTS)), until);
        assertThat(replay.rejected()).isEmpty();
        return replay.model();
    }
}
