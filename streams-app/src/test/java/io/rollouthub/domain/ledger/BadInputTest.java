package io.rollouthub.domain.ledger;

import static io.rollouthub.domain.Story.GO_LIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rollouthub.domain.Story;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Reports that come late, wrong, twice or beyond all measure: each is a decided case. */
class BadInputTest {
    private final Story story = Story.in("UTC");

    @Test
    void aCommitmentAlreadyPastDueWhenItArrivesIsMissedAtOnceSinceItsDueDateEnded() {
        story.on("2020-03-10T09:00:00Z").committed("2020-03-01", null);
        assertThat(story.news())
                .containsExactly("2020-03-10T09:00:00Z MILESTONE_MISSED/m 1 OPEN since 2020-03-02T00:00:00Z");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MISSED);
        story.tick("2020-03-20T00:00:00Z");
        assertThat(story.news()).isEmpty();
    }

    @Test
    void aCommitmentPastDueWhoseTargetWasReachedInTimeIsMetWithoutAnAlert() {
        story.on("2020-03-10T09:00:00Z").live("2020-02-29");
        story.committed("2020-03-01", new GoLiveCount(1, null, null, null));
        assertThat(story.news()).isEmpty();
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET);
        assertThat(story.milestone("m").getAchievedOn()).isEqualTo("2020-02-29");
    }

    @Test
    void aGoLiveBeforeAnyPlanCountsButIsNoMilestone() {
        story.on("2020-03-10T09:00:00Z").live("2020-02-29");
        assertThat(story.milestoneOrNone(GO_LIVE)).isNull();
        assertThat(story.rate("2020-02").getGoLives()).isEqualTo(1);
        assertThat(story.rate("2020-03").getGoLives()).isZero();
        assertThat(story.rate("2020-02/supplier/acme").getGoLives()).isEqualTo(1);
        assertThat(story.rate("2020-02/release/p/r").getGoLives()).isEqualTo(1);
        assertThat(story.cluster().getLive()).isEqualTo(1);
        assertThat(story.cluster().getPlanned()).isZero();
        assertThat(story.cluster().getEarnedSchedule()).isNull();
    }

    @Test
    void aPlanAfterTheGoLiveIsIgnored() {
        story.on("2020-03-10T09:00:00Z").live("2020-02-29");
        story.on("2020-03-11T09:00:00Z").planned("2020-05-01");
        assertThat(story.milestoneOrNone(GO_LIVE)).isNull();
        assertThat(story.ledger.revisions).isEmpty();
        assertThat(story.ledger.rates).doesNotContainKey("south/2020-05");
        assertThat(story.cluster().getAccepted()).isEqualTo(2);
    }

    @Test
    void aPlanThatArrivesAfterTheGoLiveButWasReportedBeforeMakesItAMilestone() {
        story.on("2020-03-10T09:00:00Z").live("2020-02-29");
        story.on("2020-03-11T09:00:00Z").reported("2020-01-01T00:00:00Z").planned("2020-02-28");
        assertThat(story.milestone(GO_LIVE).getStatus()).isEqualTo(Status.MET_LATE);
        assertThat(story.news()).isEmpty();
        assertThat(story.rate("2020-02").getPlanned()).isEqualTo(1);
        assertThat(story.rate("2020-02").getDue()).isEqualTo(1);
        assertThat(story.cluster().getEarnedSchedule()).isEqualTo(1); // 1 of 1, planned for the first period
        assertThat(story.cluster().getSpiT()).isEqualTo(0.5); // February and March
        assertThat(story.cluster().getScheduleVarianceMonths()).isEqualTo(-1);
        assertThat(story.cluster().getPlannedDurationMonths()).isEqualTo(1);
        assertThat(story.cluster().getEstimatedDurationMonths()).isEqualTo(2);
    }

    @Test
    void aMilestoneThatIsLeftWithoutADueDateCeasesToExist() {
        story.on("2020-03-10T09:00:00Z").planned("2020-03-01");
        story.on("2020-03-11T09:00:00Z").reported("2020-01-01T00:00:00Z").live("2020-01-01");
        assertThat(story.news())
                .containsExactly(
                        "2020-03-10T09:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-03-02T00:00:00Z",
                        "2020-03-11T09:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 REPORTED_LATE");
        assertThat(story.milestoneOrNone(GO_LIVE)).isNull();
        assertThat(story.ledger.revisions).isEmpty();
        assertThat(story.cluster().getMissed()).isZero();
        assertThat(story.cluster().getOpenCritical()).isZero();
        assertThat(story.alert("MILESTONE_MISSED/go-live/s/p/r").getCauses()).containsExactly("acme/e1", "acme/e2");
        assertThat(story.alert("MILESTONE_MISSED/go-live/s/p/r").getSummary())
                .isEqualTo("s live on p r: has no due date any more");
    }

    @Test
    void aRevertWithoutAGoLiveDoesNothing() {
        story.on("2020-03-10T09:00:00Z").goLive(GoLiveStatus.REVERTED, "2020-03-01");
        assertThat(story.milestoneOrNone(GO_LIVE)).isNull();
        assertThat(story.ledger.rates).isEmpty();
        story.planned("2020-04-01");
        story.on("2020-03-11T09:00:00Z").goLive(GoLiveStatus.REVERTED, "2020-03-01");
        assertThat(story.milestone(GO_LIVE).getStatus()).isEqualTo(Status.PENDING);
        assertThat(story.cluster().getAccepted()).isEqualTo(3);
    }

    @Test
    void aRevertTakesTheGoLiveOutOfItsOldMonth() {
        story.on("2020-01-01T09:00:00Z").planned("2020-02-01");
        story.on("2020-02-01T09:00:00Z").live("2020-01-31");
        assertThat(story.cluster().getMet()).isEqualTo(1);
        story.on("2020-06-01T09:00:00Z").goLive(GoLiveStatus.REVERTED, "2020-05-31");
        assertThat(story.news())
                .containsExactly(
                        "2020-06-01T09:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-02-02T00:00:00Z");
        assertThat(story.ledger.rates)
                .doesNotContainKeys("south/2020-01/supplier/acme", "south/2020-01/release/p/r", "south/2020-01");
        assertThat(story.cluster().getMet()).isZero();
        assertThat(story.cluster().getMissed()).isEqualTo(1);
        assertThat(story.supplier("acme").getHitRate()).isZero();
    }

    @Test
    void aCommitmentReCommittedWithAnotherTargetIsJudgedByTheNewOneAlone() {
        story.on("2020-01-01T09:00:00Z").committed("2020-03-01", new GoLiveCount(50, null, null, null));
        story.tick("2020-01-31T00:00:00Z"); // 30 days observed without a go-live
        assertThat(story.news())
                .containsExactly("2020-01-31T00:00:00Z MILESTONE_AT_RISK/m 1 OPEN since 2020-01-31T00:00:00Z");
        story.on("2020-02-01T09:00:00Z").committed("2020-03-01", new ContractSigned("k"));
        assertThat(story.news()).containsExactly("2020-02-01T09:00:00Z MILESTONE_AT_RISK/m 1 RECOVERED");
        MilestoneState milestone = story.milestone("m");
        assertThat(milestone.getTargetKind()).isEqualTo(TargetKind.CONTRACT_SIGNED);
        assertThat(milestone.getContract()).isEqualTo("k");
        assertThat(milestone.getCount()).isNull();
        assertThat(milestone.getProbability()).isNull();
        assertThat(milestone.getP50()).isNull();
        assertThat(milestone.getRequiredPerMonth()).isNull();
        assertThat(story.ledger.revisions).hasSize(1); // its date is the same
        story.on("2020-02-03T09:00:00Z").contract(ContractStage.SIGNED, "2020-02-02", null);
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET);
        story.on("2020-02-04T09:00:00Z").contract(ContractStage.TERMINATED, "2020-02-04", null);
        assertThat(story.milestone("m").getAchievedOn()).isEqualTo("2020-02-02");
        story.on("2020-02-05T09:00:00Z").committed("2020-03-01", null);
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.PENDING);
        assertThat(story.milestone("m").getTargetKind()).isNull();
    }

    @Test
    void aCommitmentWithdrawnAndCommittedAgainOpensItsAlertAsTheNextEpisode() {
        story.on("2020-01-01T09:00:00Z").committed("2020-01-10", null);
        story.on("2020-01-12T09:00:00Z").commitment(MilestoneStatus.WITHDRAWN, "2020-01-12", null);
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.WITHDRAWN);
        story.on("2020-01-13T09:00:00Z").committed("2020-01-20", null);
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.PENDING);
        story.on("2020-01-22T09:00:00Z").committed("2020-01-15", null);
        story.on("2020-01-23T09:00:00Z").commitment(MilestoneStatus.MET, "2020-01-16", null);
        assertThat(story.news())
                .containsExactly(
                        "2020-01-11T00:00:00Z MILESTONE_MISSED/m 1 OPEN since 2020-01-11T00:00:00Z",
                        "2020-01-12T09:00:00Z MILESTONE_MISSED/m 1 WITHDRAWN",
                        "2020-01-21T00:00:00Z MILESTONE_MISSED/m 2 OPEN since 2020-01-21T00:00:00Z",
                        "2020-01-22T09:00:00Z MILESTONE_MISSED/m 2 OPEN since 2020-01-16T00:00:00Z",
                        "2020-01-23T09:00:00Z MILESTONE_MISSED/m 2 MET_LATE");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET_LATE);
        assertThat(story.milestone("m").getBaseline()).isEqualTo("2020-01-10");
        assertThat(story.milestone("m").getSlips()).isEqualTo(1);
        assertThat(story.milestone("m").getSlipDays()).isEqualTo(5);
    }

    @Test
    void aReportThatReplacesOneThatArrivesLaterLeavesItOutFromTheStart() {
        story.on("2020-01-02T09:00:00Z").id("right").replacing("wrong").planned("2020-05-01");
        story.on("2020-01-03T09:00:00Z").id("wrong").planned("2020-02-01");
        story.on("2020-01-04T09:00:00Z").by("zeta").id("wrong").planned("2020-05-02"); // another supplier's stands
        MilestoneState milestone = story.milestone(GO_LIVE);
        assertThat(milestone.getBaseline()).isEqualTo("2020-05-01");
        assertThat(milestone.getDue()).isEqualTo("2020-05-02");
        assertThat(milestone.getOwner()).isEqualTo("zeta");
        assertThat(story.cluster().getAccepted()).isEqualTo(3);
        assertThat(story.ledger.revisions)
                .containsOnlyKeys("south/go-live/s/p/r/acme/right", "south/go-live/s/p/r/zeta/wrong");
    }

    @Test
    void reportsMadeAtTheSameInstantAreOrderedBySupplierThenByIdByCodePoint() {
        String at = "2020-01-01T00:00:00Z";
        story.on("2020-01-02T09:00:00Z");
        story.reported(at).by("zeta").id("a").planned("2020-05-05");
        story.reported(at).by("acme").id("e2").planned("2020-05-02");
        story.reported(at).by("acme").id("e10").planned("2020-05-01");
        story.reported(at).by("acme").id("eB").planned("2020-05-03");
        story.reported(at).by("acme").id("ea").planned("2020-05-04");
        assertThat(story.milestone(GO_LIVE).getBaseline()).isEqualTo("2020-05-01");
        assertThat(story.milestone(GO_LIVE).getDue()).isEqualTo("2020-05-05");
        assertThat(story.milestone(GO_LIVE).getSlips()).isEqualTo(4);
        assertThat(story.milestone(GO_LIVE).getOwner()).isEqualTo("zeta");
        // four slips are too many; at the second report to arrive the date had not yet moved later that often
        assertThat(story.news())
                .containsExactly("2020-01-02T09:00:00Z DATE_SLIPPING/go-live/s/p/r 1 OPEN since 2020-01-02T09:00:00Z");
        assertThat(story.alert("DATE_SLIPPING/go-live/s/p/r").getCauses())
                .containsExactly("acme/e10", "acme/e2", "acme/eB", "acme/ea", "zeta/a");
    }

    @Test
    void aCountOfAMillionIsOnlyAFarGoal() {
        story.on("2020-01-01T09:00:00Z").committed("2020-12-31", new GoLiveCount(1_000_000, null, null, null));
        story.on("2020-02-01T09:00:00Z").live("2020-02-01");
        MilestoneState milestone = story.milestone("m");
        assertThat(milestone.getProgress()).isEqualTo(1);
        assertThat(milestone.getCount()).isEqualTo(1_000_000);
        assertThat(milestone.getProbability()).isBetween(0.0, 1e-300);
        assertThat(milestone.getP50()).isNull();
        assertThat(milestone.getP85()).isNull();
        // 1 February to 31 December 2020 are 334 days
        assertThat(milestone.getRequiredPerMonth()).isCloseTo(999_999 / (334 / 30.4375), within(1e-6));
        assertThat(story.alert("MILESTONE_AT_RISK/m").getSummary())
                .isEqualTo("Promise of 2020-12-31: 1 of 1000000 live, 999999 short, due 2020-12-31;"
                        + " acme has promised no date this far ahead before; 0 of the 999999 still needed have a date;"
                        + " at this record 10.8 of them are expected in time, probability below 0.1 %");
    }

    @Test
    void the1001stReportOnAThingIsRefusedAndAKnownOneIsStillARepeat() {
        Tables tables = Tables.inMemory();
        Histories histories = new Histories(tables.reports());
        for (int i = 1; i <= 999; i++) {
            keep(histories, "e" + i);
        }
        Story story = Story.keptIn(tables).on("2020-01-01T09:00:00Z");
        story.id("e1000").planned("2021-01-01");
        assertThat(story.cluster().getRefused()).isZero();
        story.id("e1001").planned("2021-01-01");
        assertThat(story.cluster().getRefused()).isEqualTo(1);
        story.id("e7").planned("2021-01-01");
        assertThat(story.cluster().getDuplicates()).isEqualTo(1);
        story.id("e7").planned("2021-01-02");
        story.of("other").id("e1001").planned("2021-01-01");
        assertThat(story.cluster().getAccepted()).isEqualTo(2); // of which one is on another thing
        assertThat(story.cluster().getDuplicates()).isEqualTo(1);
        assertThat(story.cluster().getRefused()).isEqualTo(2);
        assertThat(story.ledger.refused)
                .extracting(refused -> refused.reason().name())
                .containsExactly("TOO_MANY_REVISIONS", "DUPLICATE_ID");
    }

    private static void keep(Histories histories, String eventId) {
        Instant at = Instant.parse("2020-01-01T09:00:00Z");
        GoLiveEvent event = new GoLiveEvent(
                eventId,
                at,
                "acme",
                "south",
                "s",
                null,
                "p",
                "r",
                GoLiveStatus.PLANNED,
                LocalDate.of(2021, 1, 1),
                null,
                null);
        ReportedEvent report = ReportedEvent.of(event);
        histories.keep(
                report,
                new JournalEntry(at, null, event),
                histories.of(report.key()).with(report));
    }

    @Test
    void aRefusedOrRepeatedReportMovesTheClockAlone() {
        story.on("2020-01-01T09:00:00Z").id("e1").planned("2020-12-01");
        story.on("2020-01-20T09:00:00Z")
                .id("e1")
                .reported("2020-01-01T09:00:00Z")
                .planned("2020-12-01");
        story.on("2020-01-21T09:00:00Z")
                .id("e1")
                .reported("1999-01-01T00:00:00Z")
                .planned("2020-12-02");
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-21T09:00:00Z");
        assertThat(story.cluster().getObservedFrom()).isEqualTo("2020-01-01");
        assertThat(story.supplier("acme").getLastAcceptedAt()).isEqualTo("2020-01-01T09:00:00Z");
        assertThat(story.supplier("acme").getAccepted()).isEqualTo(1);
        story.tick("2020-03-01T00:00:00Z");
        assertThat(story.news())
                .containsExactly("2020-02-05T09:00:00Z SUPPLIER_SILENT/acme 1 OPEN since 2020-02-05T09:00:00Z");
        assertThat(story.alert("SUPPLIER_SILENT/acme").getCauses()).containsExactly("acme/e1");
    }

    @Test
    void decimalsAreTheSameWhateverTheirScale() {
        story.on("2020-01-01T09:00:00Z").id("e1").contract(ContractStage.SIGNED, "2020-01-01", "10.00");
        story.id("e1").contract(ContractStage.SIGNED, "2020-01-01", "10.0");
        story.id("e1").contract(ContractStage.SIGNED, "2020-01-01", "10.01");
        assertThat(story.cluster().getDuplicates()).isEqualTo(1);
        assertThat(story.cluster().getRefused()).isEqualTo(1);
    }
}
