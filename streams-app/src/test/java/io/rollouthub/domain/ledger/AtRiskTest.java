package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.Story;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Alert;
import io.rollouthub.programme.Thresholds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** MILESTONE_AT_RISK over a whole programme: silent while dates are kept, in time where they are not (semantics 7, 9). */
class AtRiskTest {
    private static final GoLiveCount FORTY = new GoLiveCount(40, null, "p", null);
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

    private final Story story = Story.in("Europe/London");

    @Test
    void fortySitesThatEachGoLiveOnTheirDayNeverPutTheirPledgeAtRisk() {
        planForty();
        for (int site = 0; site < 40; site++) {
            goLive(site, FIRST.plusDays(4L * site));
        }
        story.tick("2027-01-02T00:00:00Z");
        assertThat(story.news()).noneMatch(change -> change.contains("AT_RISK"));
        assertThat(story.milestone("m").getStatus()).hasToString("MET");
    }

    @Test
    void aPledgeWhoseDatesBreakIsAtRiskMonthsBeforeAndRecoversAtAReviewAlone() {
        planForty();
        for (int site = 0; site < 12; site++) {
            goLive(site, FIRST.plusDays(60 + 4L * site)); // each two months late
        }
        assertThat(story.news())
                .filteredOn(change -> change.contains("AT_RISK/m"))
                .hasSize(1);
        Alert alert = story.alert("MILESTONE_AT_RISK/m");
        assertThat(alert.getStartsAt()).isBefore("2026-10-01T00:00:00Z");
        assertThat(alert.getEvidence().getPromisesBroken()).isPositive();
        assertThat(alert.getEvidence().getProbability()).isLessThan(0.4);
        assertThat(alert.getSummary()).contains("acme has kept 0 of ").contains("are expected in time");

        story.thresholds(new Thresholds(0.0, 0.0, 30, 3, 35));
        assertThat(story.news()).isEmpty(); // from the next review on
        story.tick("2026-10-20T23:00:00Z");
        assertThat(story.news())
                .filteredOn(change -> change.contains("AT_RISK/m"))
                .containsExactly("2026-10-13T23:00:00Z MILESTONE_AT_RISK/m 1 RECOVERED");
    }

    @Test
    void aProgrammeThatBreaksTheRangesIsPassedOverWhole() {
        story.on("2026-06-01T09:00:00Z").planned("2026-07-01");
        story.on("2026-06-02T09:00:00Z").planned("2026-07-09");
        story.thresholds(new Thresholds(0.20, null, 0, 1, 35)); // slip-days 0, though slip-count 1 would open an alert
        story.thresholds(new Thresholds(1.0, null, 30, 1, 35));
        story.thresholds(new Thresholds(0.5, 0.4, 30, 1, 35));
        assertThat(story.news()).isEmpty();
        story.thresholds(new Thresholds(0.5, 0.5, 30, 1, 35));
        assertThat(story.news()).hasSize(1);
    }

    private void planForty() {
        story.on("2026-06-01T09:00:00Z").committed("2026-12-31", FORTY);
        for (int site = 0; site < 40; site++) {
            story.of("s" + site).planned(FIRST.plusDays(4L * site).toString());
        }
    }

    private void goLive(int site, LocalDate day) {
        story.on(day + "T12:00:00Z").of("s" + site).live(day.toString());
    }
}
