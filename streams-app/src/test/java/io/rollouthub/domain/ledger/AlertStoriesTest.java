package io.rollouthub.domain.ledger;

import static io.rollouthub.domain.Story.GO_LIVE;
import static io.rollouthub.domain.Story.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rollouthub.domain.Story;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.laws.Recording;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Contract;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import io.rollouthub.programme.Thresholds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;

/** Alerts with all that is behind them, and what changes them (semantics 7). */
class AlertStoriesTest {
    private final Story story = Story.in("UTC");

    @Test
    void aMissedGoLiveIsLabelledWithItsSiteProductReleaseAndOwner() {
        story.on("2020-01-01T09:00:00Z").by("zeta").planned("2020-01-10");
        story.tick("2020-01-11T00:00:00Z");
        Alert alert = story.alert("MILESTONE_MISSED/go-live/s/p/r");
        assertThat(alert.getSeverity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.getSupplier()).isEqualTo("zeta");
        assertThat(alert.getSite()).isEqualTo("s");
        assertThat(alert.getProduct()).isEqualTo("p");
        assertThat(alert.getRelease()).isEqualTo("r");
        assertThat(alert.getDue()).isEqualTo("2020-01-10");
        assertThat(alert.getSlips()).isZero();
        assertThat(alert.getSlipDays()).isZero();
        assertThat(alert.getCount()).isNull();
        assertThat(alert.getCauses()).containsExactly("zeta/e1");
        assertThat(alert.getAt()).isEqualTo("2020-01-11T00:00:00Z");
        assertThat(alert.getEndsAt()).isNull();
        assertThat(story.cluster().getOpenCritical()).isEqualTo(1);
        assertThat(story.cluster().getOpenWarning()).isZero();
        AlertTransition transition = story.ledger.transitions.get(0);
        for (Field field : transition.getSchema().getFields()) {
            assertThat(transition.get(field.pos())).as(field.name()).isEqualTo(alert.get(field.name()));
        }
    }

    @Test
    void ofVeryManyReportsTheLastTwentyAreNamedAndAllAreCounted() {
        for (int day = 1; day <= 25; day++) {
            story.on("2020-01-01T09:00:%02dZ".formatted(day))
                    .planned(LocalDate.of(2020, 3, day).toString());
        }
        Alert open = story.alert("DATE_SLIPPING/go-live/s/p/r");
        assertThat(open.getCauses()).hasSize(20).startsWith("acme/e6").endsWith("acme/e25");
        assertThat(open.getCauseCount()).isEqualTo(25);

        story.on("2020-01-12T00:00:00Z").live("2020-01-12");
        Alert ended = story.alert("DATE_SLIPPING/go-live/s/p/r");
        assertThat(ended.getCauses()).hasSize(20).startsWith("acme/e7").endsWith("acme/e26");
        assertThat(ended.getCauseCount()).isEqualTo(26);
    }

    @Test
    void ofAMissedMilestoneTheReportThatSetTheDateIsTheCauseAndWhatEndedItIsAnother() {
        story.on("2020-01-01T09:00:00Z").planned("2020-01-20");
        story.planned("2020-01-10");
        story.goLive(GoLiveStatus.POSTPONED, null);
        story.tick("2020-01-11T00:00:00Z");
        assertThat(story.alert("MILESTONE_MISSED/go-live/s/p/r").getCauses()).containsExactly("acme/e2");
        assertThat(story.alert("DATE_SLIPPING/go-live/s/p/r").getCauses())
                .containsExactly("acme/e1", "acme/e2", "acme/e3");
        story.on("2020-01-12T00:00:00Z").live("2020-01-12");
        assertThat(story.alert("MILESTONE_MISSED/go-live/s/p/r").getCauses()).containsExactly("acme/e2", "acme/e4");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-01T09:00:00Z DATE_SLIPPING/go-live/s/p/r 1 OPEN since 2020-01-01T09:00:00Z",
                        "2020-01-11T00:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-01-11T00:00:00Z",
                        "2020-01-12T00:00:00Z DATE_SLIPPING/go-live/s/p/r 1 MET_LATE",
                        "2020-01-12T00:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 MET_LATE");
        assertThat(story.alert("MILESTONE_MISSED/go-live/s/p/r").getEndsAt()).isEqualTo("2020-01-12T00:00:00Z");
        assertThat(story.cluster().getOpenCritical()).isZero();
        assertThat(story.cluster().getOpenWarning()).isZero();
        assertThat(story.cluster().getMetLate()).isEqualTo(1);
    }

    @Test
    void aCountAtRiskHasItsNumbersAndEscalatesWhenItIsMissed() {
        story.on("2020-01-01T09:00:00Z")
                .committed("2020-02-05", new GoLiveCount(3, LocalDate.of(2019, 12, 1), "p", null));
        story.tick("2020-01-30T23:59:59Z");
        assertThat(story.news()).isEmpty(); // 29 days observed
        assertThat(story.milestone("m").getProbability()).isNull();
        story.tick("2020-01-31T00:00:00Z"); // T = 30, h = 5, r = 3, m = 5/(30 + 35/3)
        assertThat(story.news())
                .containsExactly("2020-01-31T00:00:00Z MILESTONE_AT_RISK/m 1 OPEN since 2020-01-31T00:00:00Z");
        Alert alert = story.alert("MILESTONE_AT_RISK/m");
        assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(alert.getProgress()).isZero();
        assertThat(alert.getCount()).isEqualTo(3);
        assertThat(alert.getProbability())
                .isEqualTo(story.milestone("m").getProbability())
                .isGreaterThan(0);
        assertThat(alert.getTitle()).isEqualTo("Promise of 2020-02-05");
        MilestoneState milestone = story.milestone("m");
        assertThat(milestone.getTargetKind()).isEqualTo(TargetKind.GO_LIVE_COUNT);
        assertThat(milestone.getSince()).isEqualTo("2019-12-01");
        assertThat(milestone.getProduct()).isEqualTo("p");
        assertThat(milestone.getRelease()).isNull();
        assertThat(milestone.getRequiredPerMonth()).isEqualTo(3 / (5 / 30.4375));
        assertThat(milestone.getP50()).isNotNull();
        assertThat(milestone.getP85()).isAfter(milestone.getP50());
        story.tick("2020-02-05T00:00:00Z"); // no day is left
        assertThat(story.milestone("m").getProbability()).isZero();
        assertThat(story.milestone("m").getRequiredPerMonth()).isNull();
        story.tick("2020-02-06T00:00:00Z");
        assertThat(story.milestone("m").getProbability()).isNull();
        assertThat(story.milestone("m").getP50()).isNull();
        assertThat(story.news())
                .containsExactly(
                        "2020-02-05T09:00:00Z SUPPLIER_SILENT/acme 1 OPEN since 2020-02-05T09:00:00Z",
                        "2020-02-06T00:00:00Z MILESTONE_AT_RISK/m 1 ESCALATED",
                        "2020-02-06T00:00:00Z MILESTONE_MISSED/m 1 OPEN since 2020-02-06T00:00:00Z");
    }

    @Test
    void aCountAtRiskIsMetByGoLives() {
        story.on("2020-01-01T09:00:00Z").committed("2020-02-10", new GoLiveCount(3, null, null, null));
        story.tick("2020-01-31T00:00:00Z");
        story.on("2020-02-01T09:00:00Z").of("s1").live("2020-02-01");
        story.of("s2").live("2020-02-01"); // between reviews nothing recovers
        story.of("s3").live("2020-02-01");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-31T00:00:00Z MILESTONE_AT_RISK/m 1 OPEN since 2020-01-31T00:00:00Z",
                        "2020-02-01T09:00:00Z MILESTONE_AT_RISK/m 1 MET");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET);
        assertThat(story.milestone("m").getProgress()).isEqualTo(3);
        story.of("s3").goLive(GoLiveStatus.REVERTED, "2020-02-01");
        story.ledger.gather();
        double mean = (2 * 9 + 9) / (31 + 40 / 3.0); // f = 2, h = 9, T = 31, u = 40/3
        assertThat(story.milestone("m").getProbability()).isCloseTo(1 - Math.pow(3 / (3 + mean), 3), within(1e-9));
    }

    @Test
    void aReleaseIsDeliveredForItselfAndForThoseWhoWaitForIt() {
        story.on("2020-01-01T09:00:00Z").release(ReleaseStage.PLANNED, "2020-02-01");
        story.committed("2020-02-02", new ReleaseDelivered("p", "r"));
        story.of("n").committed("2020-02-02", new ReleaseDelivered("p", "other"));
        story.on("2020-02-02T09:00:00Z").release(ReleaseStage.DELIVERED, "2020-02-02");
        MilestoneState release = story.milestone(RELEASE);
        assertThat(release.getStatus()).isEqualTo(Status.MET_LATE);
        assertThat(release.getKind()).isEqualTo(MilestoneKind.RELEASE);
        assertThat(release.getProduct()).isEqualTo("p");
        assertThat(release.getRelease()).isEqualTo("r");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET);
        assertThat(story.milestone("m").getTargetKind()).isEqualTo(TargetKind.RELEASE_DELIVERED);
        assertThat(story.milestone("m").getProduct()).isEqualTo("p");
        assertThat(story.milestone("m").getRelease()).isEqualTo("r");
        assertThat(story.milestone("n").getStatus()).isEqualTo(Status.PENDING);
        story.on("2020-02-03T09:00:00Z").release(ReleaseStage.WITHDRAWN, "2020-02-03");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MISSED);
    }

    @Test
    void aMetReportGoesBeforeTheTarget() {
        story.on("2020-01-05T09:00:00Z").contract(ContractStage.SIGNED, "2020-01-01", null);
        story.committed("2020-01-02", new ContractSigned("k"));
        story.commitment(MilestoneStatus.MET, "2020-01-04", null);
        assertThat(story.milestone("m").getAchievedOn()).isEqualTo("2020-01-04");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MET_LATE);
        assertThat(story.news()).isEmpty();
    }

    @Test
    void aContractKeepsWhatWasSaidLastOfEachThing() {
        story.on("2020-01-05T09:00:00Z").contract(ContractStage.SIGNED, "2020-01-01", "10.50");
        story.on("2020-01-06T09:00:00Z").contract(ContractStage.TERMINATED, "2020-01-06", null);
        Contract terminated = Objects.requireNonNull(story.ledger.contracts.get("south/k"));
        assertThat(terminated.getStage()).isEqualTo(ContractStage.TERMINATED);
        assertThat(terminated.getSignedOn()).isEqualTo("2020-01-01");
        assertThat(terminated.getTerminatedOn()).isEqualTo("2020-01-06");
        assertThat(terminated.getValue()).isEqualByComparingTo("10.5");
        story.on("2020-01-07T09:00:00Z").by("zeta").contract(ContractStage.SIGNED, "2020-01-07", "11");
        story.on("2020-01-08T09:00:00Z").reported("2020-01-01T00:00:00Z").contract(ContractStage.PREFERRED, null, "9");
        Contract contract = story.ledger.contracts.get("south/k");
        assertThat(contract)
                .isEqualTo(new Contract(
                        "south",
                        "k",
                        "buyer",
                        "provider",
                        ContractStage.SIGNED,
                        LocalDate.of(2020, 1, 7),
                        null,
                        new BigDecimal("11"),
                        "GBP",
                        12,
                        "zeta",
                        Instant.parse("2020-01-07T09:00:00Z")));
    }

    @Test
    void aContractWhoseOnlyReportNamesItselfIsNone() {
        story.on("2020-01-05T09:00:00Z").committed("2020-01-02", new ContractSigned("k"));
        story.id("x").replacing("x").contract(ContractStage.SIGNED, "2020-01-01", "10.50");
        assertThat(story.ledger.contracts).doesNotContainKey("south/k");
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.MISSED);
    }

    @Test
    void aSupplierIsSilentUntilItReportsOrHasNothingDue() {
        story.on("2020-01-01T09:00:00Z").committed("2020-12-01", null);
        story.by("zeta").of("n").committed("2020-12-01", null);
        story.tick("2020-02-05T09:00:00Z");
        Alert alert = story.alert("SUPPLIER_SILENT/acme");
        assertThat(alert.getSupplier()).isEqualTo("acme");
        assertThat(alert.getLastAcceptedAt()).isEqualTo("2020-01-01T09:00:00Z");
        assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(alert.getCauses()).containsExactly("acme/e1");
        assertThat(alert.getSummary())
                .isEqualTo("acme has not reported on south since 2020-01-01T09:00:00Z, with 1 milestone not met");
        story.on("2020-02-06T09:00:00Z").by("zeta").of("m").commitment(MilestoneStatus.MET, "2020-02-06", null);
        assertThat(story.news())
                .containsExactly(
                        "2020-02-05T09:00:00Z SUPPLIER_SILENT/acme 1 OPEN since 2020-02-05T09:00:00Z",
                        "2020-02-05T09:00:00Z SUPPLIER_SILENT/zeta 1 OPEN since 2020-02-05T09:00:00Z",
                        "2020-02-06T09:00:00Z SUPPLIER_SILENT/acme 1 NOTHING_DUE",
                        "2020-02-06T09:00:00Z SUPPLIER_SILENT/zeta 1 REPORTED");
        assertThat(story.alert("SUPPLIER_SILENT/acme").getCauses()).containsExactly("acme/e1", "zeta/e3");
        assertThat(story.alert("SUPPLIER_SILENT/acme").getSummary())
                .isEqualTo("acme has nothing due on south any more");
        assertThat(story.alert("SUPPLIER_SILENT/zeta").getSummary()).isEqualTo("zeta has reported on south again");
        assertThat(story.supplier("acme").getMet()).isEqualTo(1);
        assertThat(story.supplier("acme").getHitRate()).isEqualTo(1);
        assertThat(story.supplier("zeta").getHitRate()).isNull();
        assertThat(story.supplier("zeta").getLastEventId()).isEqualTo("e3");
    }

    @Test
    void aMilestoneThatChangesHandsLeavesItsOldOwnerNothingDue() {
        story.on("2020-01-01T09:00:00Z").committed("2020-12-01", null);
        story.on("2020-02-01T09:00:00Z").by("zeta").committed("2020-12-01", null);
        assertThat(story.supplier("acme").getPending()).isZero();
        assertThat(story.supplier("zeta").getPending()).isEqualTo(1);
        story.tick("2020-02-20T00:00:00Z");
        assertThat(story.news()).isEmpty();
    }

    @Test
    void anOlderReportThatComesLateIsNotTheLatest() {
        story.on("2020-01-10T09:00:00Z").committed("2020-12-01", null);
        story.on("2020-01-05T09:00:00Z").reported("2020-01-01T00:00:00Z").committed("2020-12-01", null);
        assertThat(story.supplier("acme").getLastAcceptedAt()).isEqualTo("2020-01-10T09:00:00Z");
        assertThat(story.supplier("acme").getLastEventId()).isEqualTo("e1");
        assertThat(story.supplier("acme").getAccepted()).isEqualTo(2);
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-10T09:00:00Z");
        assertThat(story.cluster().getObservedFrom()).isEqualTo("2020-01-01");
        story.tick("2020-02-14T08:59:59.999Z");
        assertThat(story.news()).isEmpty();
    }

    @Test
    void newThresholdsAreJudgedAtOnceInBothDirections() {
        story.on("2020-01-01T09:00:00Z").planned("2020-12-01");
        story.on("2020-01-02T09:00:00Z").planned("2020-12-11");
        story.tick("2020-01-20T00:00:00Z");
        story.thresholds(new Thresholds(0.20, null, 10, 3, 10));
        story.thresholds(new Thresholds(0.20, null, 11, 3, 17));
        story.thresholds(new Thresholds(0.20, null, 11, 1, 19));
        story.thresholds(new Thresholds(0.20, null, 11, 2, 18));
        assertThat(story.news())
                .containsExactly(
                        "2020-01-20T00:00:00Z DATE_SLIPPING/go-live/s/p/r 1 OPEN since 2020-01-20T00:00:00Z",
                        "2020-01-20T00:00:00Z SUPPLIER_SILENT/acme 1 OPEN since 2020-01-12T09:00:00Z",
                        "2020-01-20T00:00:00Z DATE_SLIPPING/go-live/s/p/r 1 RECOVERED",
                        "2020-01-20T00:00:00Z DATE_SLIPPING/go-live/s/p/r 2 OPEN since 2020-01-20T00:00:00Z",
                        "2020-01-20T00:00:00Z SUPPLIER_SILENT/acme 1 RECOVERED",
                        "2020-01-20T00:00:00Z DATE_SLIPPING/go-live/s/p/r 2 RECOVERED");
        story.tick("2020-01-20T09:00:00Z"); // by the last of them, not by those before
        assertThat(story.news())
                .containsExactly("2020-01-20T09:00:00Z SUPPLIER_SILENT/acme 2 OPEN since 2020-01-20T09:00:00Z");
        assertThat(story.milestone(GO_LIVE).getOwner()).isEqualTo("acme");
    }

    @Test
    void aProgrammeWithAnotherZoneIsRefusedAndOneWithTheSameThresholdsJudgesNothing() {
        story.on("2020-01-01T09:00:00Z").planned("2020-01-10");
        story.programme("Pacific/Auckland", new Thresholds(0.20, null, 30, 3, 2));
        story.thresholds(new Thresholds(0.20, null, 30, 3, 35));
        story.tick("2020-01-11T00:00:00Z");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-11T00:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-01-11T00:00:00Z");
        assertThat(story.cluster().getZone()).isEqualTo("UTC");
    }

    @Test
    void aJournalThatStartsWithoutAProgrammeIsAnError() {
        Recording ledger = new Recording(Tables.inMemory());
        JournalEntry tick = new JournalEntry(Instant.EPOCH, null, new Tick());
        assertThatThrownBy(() -> ledger.apply(tick)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTickAtOrBeforeTheHighestIsIgnored() {
        story.on("2020-01-01T09:00:00Z").planned("2020-01-10");
        story.tick("2020-01-05T00:00:00Z").tick("2020-01-04T00:00:00Z").tick("2020-01-05T00:00:00Z");
        story.on("2020-01-03T00:00:00Z").of("t").planned("2020-01-03");
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-05T00:00:00Z");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-05T00:00:00Z MILESTONE_MISSED/go-live/t/p/r 1 OPEN since 2020-01-04T00:00:00Z");
    }

    @Test
    void aClustersOwnEventsMoveItsClockAlone() {
        story.on("2020-01-01T09:00:00Z").planned("2020-01-10");
        story.inCluster("north").planned("2020-01-10");
        story.on("2020-01-20T09:00:00Z").inCluster("north").of("t").planned("2020-03-01");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-11T00:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-01-11T00:00:00Z");
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-01T09:00:00Z");
        story.tick("2020-01-15T00:00:00Z");
        assertThat(story.news())
                .containsExactly(
                        "2020-01-11T00:00:00Z MILESTONE_MISSED/go-live/s/p/r 1 OPEN since 2020-01-11T00:00:00Z");
        assertThat(Objects.requireNonNull(story.ledger.clusters.get("north")).getClock())
                .isEqualTo("2020-01-20T09:00:00Z");
        assertThat(story.cluster().getClock()).isEqualTo("2020-01-15T00:00:00Z");
    }

    @Test
    void figuresDoNotGoStaleInASilentCluster() {
        story.on("2020-01-31T09:00:00Z").live("2020-01-31");
        story.tick("2020-04-30T00:00:00Z"); // 90 days later
        assertThat(story.cluster().getToday()).isEqualTo("2020-04-30");
        assertThat(story.cluster().getRatePerMonth90()).isZero();
        assertThat(story.rate("2020-04").getGoLives()).isZero();
        story.tick("2020-05-01T00:00:00Z");
        assertThat(story.rate("2020-05").getGoLives()).isZero();
    }
}
