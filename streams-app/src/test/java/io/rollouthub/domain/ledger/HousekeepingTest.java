package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.Story;
import io.rollouthub.domain.ledger.Timers.Due;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing is kept that is no longer needed, nothing said again that has not changed, nothing said with an old clock. */
class HousekeepingTest {
    private final DerivedTables memory = DerivedTables.empty();
    private final Story story = Story.keptIn(Tables.inMemory(), memory).on("2020-01-01T09:00:00Z");

    /** The timers as {@code <kind>/<subject>}, first things first. */
    private List<String> timers() {
        List<Timer> all = new ArrayList<>();
        for (Due due = next(); due != null; due = next()) {
            all.addAll(memory.timers().take(due));
        }
        all.forEach(timer -> memory.timers().set("south", timer));
        return all.stream().map(timer -> timer.kind() + "/" + timer.subject()).toList();
    }

    private @Nullable Due next() {
        return memory.timers().next(Instant.MAX);
    }

    @Test
    void aDateThatMovedOrWasMetLeavesNoTimerBehind() {
        story.committed("2020-06-01", null);
        story.committed("2020-07-01", null);
        assertThat(timers()).containsExactly("REVIEW/south", "SILENT/acme", "DUE/m");
        story.commitment(MilestoneStatus.MET, "2020-01-01", null);
        assertThat(timers()).containsExactly("REVIEW/south", "SILENT/acme");
    }

    @Test
    void aReportMovesTheTimerOfSilenceAndSoDoesANewThreshold() {
        story.committed("2020-06-01", null);
        story.on("2020-01-01T10:00:00Z").committed("2020-06-01", null);
        story.thresholds(new Thresholds(0.20, null, 30, 3, 36));
        assertThat(timers()).containsExactly("REVIEW/south", "SILENT/acme", "DUE/m");
    }

    @Test
    void aTargetThatWasReplacedIsNotFoundAnyMore() {
        story.committed("2020-06-01", new GoLiveCount(5, null, null, null));
        story.committed("2020-06-01", new ContractSigned("k"));
        assertThat(memory.index().range("", "~", 99)).extracting(Entry::getKey).containsExactly("south/signed/k/m");
        story.committed("2020-06-01", null);
        assertThat(memory.index().range("", "~", 99)).isEmpty();
    }

    @Test
    void aReviewThatChangesNothingLeavesAMilestoneAsItWas() {
        story.committed("2020-06-01", null);
        story.on("2020-01-05T09:00:00Z").committed("2020-06-01", null);
        assertThat(story.milestone("m").getAt()).isEqualTo("2020-01-01T09:00:00Z");
    }

    @Test
    void figuresArePublishedWithTheClockOfTheTickNotOfItsLastTimer() {
        story.committed("2020-06-01", null);
        story.tick("2020-01-03T12:00:00Z");
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-03T12:00:00Z");
    }

    @Test
    void aProbabilityAtTheThresholdIsNoRisk() {
        story.thresholds(new Thresholds(0.0, null, 30, 3, 100));
        story.committed("2020-02-05", new GoLiveCount(3, null, null, null));
        story.tick("2020-02-05T00:00:00Z"); // no day is left
        assertThat(story.milestone("m").getProbability()).isZero();
        assertThat(story.news()).isEmpty();
    }

    @Test
    void eachWithdrawnMilestoneCountsUntilItIsCommittedAgain() {
        story.of("m1").committed("2020-06-01", null);
        story.of("m2").committed("2020-06-01", null);
        story.of("m1").commitment(MilestoneStatus.WITHDRAWN, null, null);
        story.of("m2").commitment(MilestoneStatus.WITHDRAWN, null, null);
        assertThat(story.cluster().getWithdrawn()).isEqualTo(2);
        story.of("m3").committed("2020-06-01", null);
        assertThat(story.cluster().getWithdrawn()).isEqualTo(2);
        story.reported("2020-01-02T09:00:00Z").of("m1").committed("2020-06-01", null);
        assertThat(story.cluster().getWithdrawn()).isEqualTo(1);
    }

    @Test
    void aReplacesThatNamesNoReportIsCountedUntilThatReportComes() {
        story.on("2020-01-02T09:00:00Z").id("right").replacing("wrong").planned("2020-06-01");
        story.id("mended").replacing("never").planned("2020-06-01");
        story.id("here").replacing("right").planned("2020-06-02");
        assertThat(story.supplier("acme").getReplacesUnknown()).isEqualTo(2);
        story.id("wrong").by("zeta").planned("2020-05-01"); // another supplier's is another report
        assertThat(story.supplier("acme").getReplacesUnknown()).isEqualTo(2);
        story.id("wrong").planned("2020-05-01");
        assertThat(story.supplier("acme").getReplacesUnknown()).isEqualTo(1);
        assertThat(story.supplier("zeta").getReplacesUnknown()).isZero();
    }

    @Test
    void aRevisionOfAPlanNamesWhereItIsWritten() {
        story.writtenIn("letter 17").planned("2020-06-01");
        assertThat(story.ledger.revisions.values())
                .singleElement()
                .returns("letter 17", PlanRevision::getSource)
                .returns(LocalDate.of(2020, 6, 1), PlanRevision::getDate);
    }
}
