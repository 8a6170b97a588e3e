package io.rollouthub.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Events;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reports add up to, one after the other (semantics 4). */
class FoldingTest {
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2020, 7, 1);

    private final Folding folding = new Folding();
    private int reports;

    private String id() {
        return "e" + ++reports;
    }

    private Fact site(GoLiveStatus status, @Nullable LocalDate date) {
        return site("acme", status, date, null);
    }

    private Fact site(String supplier, GoLiveStatus status, @Nullable LocalDate date, @Nullable String name) {
        return add(Events.goLive(id(), status, date)
                .setSupplier(supplier)
                .setSiteName(name)
                .build());
    }

    private Fact release(ReleaseStage stage, @Nullable LocalDate date) {
        return add(Events.release(id(), stage, date).build());
    }

    private Fact commitment(MilestoneStatus status, @Nullable LocalDate date, String title, @Nullable Object target) {
        return add(Events.commitment(id(), status, date)
                .setTitle(title)
                .setTarget(target)
                .build());
    }

    private Fact add(Object event) {
        folding.add(ReportedEvent.of((SpecificRecord) event));
        return folding.done();
    }

    @Test
    void theFirstPlanIsTheBaselineAndTheLastIsDue() {
        site(GoLiveStatus.PLANNED, JUNE);
        Fact fact = site(GoLiveStatus.PLANNED, MAY);
        assertThat(fact.baseline()).isEqualTo(JUNE);
        assertThat(fact.due()).isEqualTo(MAY);
        assertThat(fact.slips()).isZero();
        assertThat(fact.slipDays()).isEqualTo(-31);
        assertThat(fact.revisions()).extracting(Revision::date).containsExactly(JUNE, MAY);
    }

    @Test
    void theSamePlanAgainIsNoRevisionButMakesItsSupplierTheOwner() {
        site(GoLiveStatus.PLANNED, JUNE);
        Fact fact = site("zeta", GoLiveStatus.PLANNED, JUNE, null);
        assertThat(fact.revisions()).hasSize(1);
        assertThat(fact.owner()).isEqualTo("zeta");
    }

    @Test
    void aPostponementLeavesTheDueDateAndIsARevisionWithoutADateEachTime() {
        site(GoLiveStatus.PLANNED, MAY);
        site("zeta", GoLiveStatus.POSTPONED, null, null);
        Fact fact = site("beta", GoLiveStatus.POSTPONED, null, null);
        assertThat(fact.undated()).isTrue();
        assertThat(fact.due()).isEqualTo(MAY);
        assertThat(fact.owner()).isEqualTo("beta");
        assertThat(fact.revisions()).extracting(Revision::date).containsExactly(MAY, null, null);
        fact = site(GoLiveStatus.PLANNED, MAY); // the date it had: dated again, but no revision
        assertThat(fact.undated()).isFalse();
        assertThat(fact.revisions()).hasSize(3);
        assertThat(site(GoLiveStatus.PLANNED, JUNE).slips()).isEqualTo(1);
    }

    @Test
    void slipsCompareWithTheLastDateBeforeSkippingPostponements() {
        site(GoLiveStatus.PLANNED, MAY);
        site(GoLiveStatus.PLANNED, JULY);
        site(GoLiveStatus.POSTPONED, null);
        site(GoLiveStatus.PLANNED, JUNE);
        Fact fact = site(GoLiveStatus.PLANNED, JULY);
        assertThat(fact.slips()).isEqualTo(2);
        assertThat(fact.slipDays()).isEqualTo(61);
    }

    @Test
    void plansAndPostponementsAreIgnoredWhileLive() {
        site(GoLiveStatus.PLANNED, MAY);
        site("zeta", GoLiveStatus.LIVE, MAY, null);
        site("beta", GoLiveStatus.POSTPONED, null, null);
        Fact fact = site("beta", GoLiveStatus.PLANNED, JUNE, "General");
        assertThat(fact.due()).isEqualTo(MAY);
        assertThat(fact.undated()).isFalse();
        assertThat(fact.owner()).isEqualTo("acme");
        assertThat(fact.achieved()).isEqualTo(MAY);
        assertThat(fact.achievedBy()).isEqualTo("zeta");
        assertThat(fact.revisions()).hasSize(1);
        assertThat(fact.title()).isEqualTo("General"); // the name is no plan
    }

    @Test
    void aNameThatIsNotGivenIsNotTakenAway() {
        site("acme", GoLiveStatus.PLANNED, MAY, "General");
        assertThat(site(GoLiveStatus.PLANNED, JUNE).title()).isEqualTo("General");
    }

    @Test
    void liveDoesNotClearUndatedAndALaterLiveCorrectsTheDate() {
        site(GoLiveStatus.PLANNED, MAY);
        site(GoLiveStatus.POSTPONED, null);
        site(GoLiveStatus.LIVE, MAY);
        Fact fact = site("zeta", GoLiveStatus.LIVE, JUNE, null);
        assertThat(fact.undated()).isTrue();
        assertThat(fact.achieved()).isEqualTo(JUNE);
        assertThat(fact.achievedBy()).isEqualTo("zeta");
    }

    @Test
    void revertedIsLiveNoMoreAndCancelledIsWithdrawnUntilPlannedOrLiveAgain() {
        site(GoLiveStatus.PLANNED, MAY);
        site(GoLiveStatus.LIVE, MAY);
        Fact fact = site(GoLiveStatus.REVERTED, JUNE);
        assertThat(fact.achieved()).isNull();
        assertThat(fact.achievedBy()).isNull();
        assertThat(fact.withdrawn()).isFalse();
        site(GoLiveStatus.LIVE, JUNE);
        fact = site(GoLiveStatus.CANCELLED, JUNE);
        assertThat(fact.achieved()).isNull();
        assertThat(fact.withdrawn()).isTrue();
        assertThat(site(GoLiveStatus.POSTPONED, null).withdrawn()).isTrue();
        assertThat(site(GoLiveStatus.REVERTED, JUNE).withdrawn()).isTrue();
        assertThat(site(GoLiveStatus.PLANNED, JULY).withdrawn()).isFalse();
        site(GoLiveStatus.CANCELLED, JUNE);
        assertThat(site(GoLiveStatus.LIVE, JULY).withdrawn()).isFalse();
    }

    @Test
    void anAcceptedReleaseCountsAsDeliveredUnlessItWasBefore() {
        release(ReleaseStage.PLANNED, MAY);
        assertThat(release(ReleaseStage.ACCEPTED, JUNE).achieved()).isEqualTo(JUNE);
        assertThat(release(ReleaseStage.ACCEPTED, JULY).achieved()).isEqualTo(JUNE);
        Fact fact = release(ReleaseStage.DELIVERED, JULY);
        assertThat(fact.achieved()).isEqualTo(JULY);
        assertThat(fact.achievedBy()).isEqualTo("acme");
    }

    @Test
    void anAcceptedReleaseIsWithdrawnNoMore() {
        release(ReleaseStage.PLANNED, MAY);
        release(ReleaseStage.DELIVERED, MAY);
        assertThat(release(ReleaseStage.WITHDRAWN, JUNE).withdrawn()).isTrue();
        Fact fact = release(ReleaseStage.ACCEPTED, JULY);
        assertThat(fact.withdrawn()).isFalse();
        assertThat(fact.achieved()).isEqualTo(JULY); // the withdrawal took the delivery away
    }

    @Test
    void aReleaseIsPlannedAndPostponedAsASiteIs() {
        assertThat(release(ReleaseStage.POSTPONED, null).due()).isNull();
        assertThat(release(ReleaseStage.POSTPONED, null).undated()).isTrue();
        Fact fact = release(ReleaseStage.PLANNED, MAY);
        assertThat(fact.undated()).isFalse();
        assertThat(fact.baseline()).isEqualTo(MAY);
        assertThat(fact.revisions()).extracting(Revision::date).containsExactly(null, null, MAY);
    }

    @Test
    void aCommitmentHasTitleAndTargetOfTheLastThatCounts() {
        ContractSigned target = new ContractSigned("k");
        commitment(MilestoneStatus.COMMITTED, MAY, "first", null);
        commitment(MilestoneStatus.COMMITTED, MAY, "second", target);
        commitment(MilestoneStatus.POSTPONED, null, "not this", null);
        Fact fact = commitment(MilestoneStatus.MET, JUNE, "nor this", null);
        assertThat(fact.title()).isEqualTo("second");
        assertThat(fact.target()).isEqualTo(CommitmentTarget.of(target));
        assertThat(fact.achieved()).isEqualTo(JUNE);
        fact = commitment(MilestoneStatus.COMMITTED, JULY, "ignored after MET", null);
        assertThat(fact.title()).isEqualTo("second");
        assertThat(fact.due()).isEqualTo(MAY);
        fact = commitment(MilestoneStatus.WITHDRAWN, JULY, "", null);
        assertThat(fact.withdrawn()).isTrue();
        assertThat(fact.achieved()).isNull();
        fact = commitment(MilestoneStatus.COMMITTED, JULY, "third", null);
        assertThat(fact.title()).isEqualTo("third");
        assertThat(fact.target()).isNull();
        assertThat(fact.withdrawn()).isFalse();
        assertThat(fact.undated()).isFalse();
    }

    @Test
    void whatTheGateNeverLetsPassIsAnError() {
        assertThatThrownBy(() -> site(GoLiveStatus.UNKNOWN, MAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> release(ReleaseStage.UNKNOWN, MAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commitment(MilestoneStatus.UNKNOWN, MAY, "", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
