package io.rollouthub.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sentences that people read. */
class SummaryTest {

    private static MilestoneState.Builder milestone() {
        return MilestoneState.newBuilder()
                .setCluster("south")
                .setMilestone("m")
                .setKind(MilestoneKind.COMMITMENT)
                .setTitle("Twelve sites")
                .setStatus(Status.PENDING)
                .setBaseline(LocalDate.of(2020, 1, 10))
                .setDue(LocalDate.of(2020, 3, 1))
                .setUndated(false)
                .setSlips(0)
                .setSlipDays(0)
                .setOwner("acme")
                .setAt(Instant.EPOCH);
    }

    private static MilestoneState counting(int progress) {
        return milestone().setProgress(progress).setCount(12).build();
    }

    @Test
    void aMissedMilestoneSaysWhatWasDueAndWhatIsLacking() {
        AlertKind missed = AlertKind.MILESTONE_MISSED;
        assertThat(Summary.open(missed, counting(3))).isEqualTo("Twelve sites: due 2020-03-01, 3 of 12 live, 9 short");
        assertThat(Summary.open(missed, milestone().build())).isEqualTo("Twelve sites: due 2020-03-01, not met");
        assertThat(Summary.open(missed, milestone().setTitle(null).build())).isEqualTo("m: due 2020-03-01, not met");
    }

    @Test
    void aSiteGoesByItsNameOrElseByItsIdAndAReleaseByItsProduct() {
        MilestoneState.Builder site = milestone()
                .setKind(MilestoneKind.GO_LIVE)
                .setSite("s1")
                .setProduct("p")
                .setRelease("r");
        MilestoneState.Builder release = milestone()
                .setKind(MilestoneKind.RELEASE)
                .setTitle(null)
                .setProduct("p")
                .setRelease("r");
        AlertKind missed = AlertKind.MILESTONE_MISSED;
        assertThat(Summary.open(missed, site.setTitle("General").build()))
                .isEqualTo("General live on p r: due 2020-03-01, not live");
        assertThat(Summary.open(missed, site.setTitle(null).build()))
                .isEqualTo("s1 live on p r: due 2020-03-01, not live");
        assertThat(Summary.open(missed, release.build())).isEqualTo("Release p r: due 2020-03-01, not delivered");
    }

    @Test
    void aRiskSaysHowDatesWereKeptAndWhatIsExpectedBeforeItSaysHowLikelyItIs() {
        String before =
                "Twelve sites: 3 of 12 live, 9 short, due 2020-03-01; acme has kept 1 of 7 dates promised this far"
                        + " ahead; 4 of the 9 still needed have a date; at this record 1.3 of them are expected in time,"
                        + " probability ";
        assertThat(atRisk(0.1234)).isEqualTo(before + "12.3 %");
        assertThat(atRisk(0.001)).isEqualTo(before + "0.1 %");
        assertThat(atRisk(0.00099)).isEqualTo(before + "below 0.1 %");
    }

    @Test
    void aRiskOfWhichNothingIsKnownAnyMoreSaysSinceWhen() {
        Alert.Builder alert = risk(null).setUnknownSince(LocalDate.of(2020, 2, 1));
        assertThat(Summary.atRisk(alert, counting(3)))
                .isEqualTo("Twelve sites: 3 of 12 live, 9 short, due 2020-03-01; nothing is known of its chances since"
                        + " 2020-02-01");
    }

    private static String atRisk(double probability) {
        return Summary.atRisk(risk(probability), counting(3));
    }

    private static Alert.Builder risk(@Nullable Double probability) {
        return Alert.newBuilder()
                .setSupplier("acme")
                .setProgress(3)
                .setCount(12)
                .setEvidence(Evidence.newBuilder()
                        .setToday(LocalDate.of(2020, 1, 1))
                        .setProbability(probability)
                        .setSupplierKeptAtLead(1)
                        .setSupplierEndedAtLead(7)
                        .setNamed(4)
                        .setExpected(1.0)
                        .setUnnamedExpected(0.34)
                        .build());
    }

    @Test
    void aSlippingDateSaysHowOftenAndHowFarItMoved() {
        AlertKind slipping = AlertKind.DATE_SLIPPING;
        assertThat(Summary.open(
                        slipping, milestone().setSlips(1).setSlipDays(51).build()))
                .isEqualTo("Twelve sites: moved later once, to 2020-03-01, 51 days after its baseline 2020-01-10");
        assertThat(Summary.open(slipping, milestone().setSlips(3).setSlipDays(1).build()))
                .isEqualTo("Twelve sites: moved later 3 times, to 2020-03-01, 1 day after its baseline 2020-01-10");
        assertThat(Summary.open(
                        slipping, milestone().setSlips(2).setSlipDays(-1).build()))
                .contains(", -1 day after its baseline");
        assertThat(Summary.open(slipping, milestone().setUndated(true).build()))
                .isEqualTo("Twelve sites: postponed without a new date; planned for 2020-03-01");
        assertThat(Summary.open(
                        slipping,
                        milestone().setUndated(true).setSlips(1).setSlipDays(2).build()))
                .isEqualTo("Twelve sites: postponed without a new date; moved later once, to 2020-03-01, 2 days after"
                        + " its baseline 2020-01-10");
    }

    @Test
    void aResolvedAlertSaysHowItEnded() {
        MilestoneState met = MilestoneState.newBuilder(counting(13))
                .setAchievedOn(LocalDate.of(2020, 3, 2))
                .build();
        assertThat(Summary.resolved(Resolution.REPORTED_LATE, met))
                .isEqualTo("Twelve sites: met on 2020-03-02, in time; the report came late");
        assertThat(Summary.resolved(Resolution.MET, met)).isEqualTo("Twelve sites: met on 2020-03-02");
        assertThat(Summary.resolved(Resolution.MET_LATE, met)).isEqualTo("Twelve sites: met on 2020-03-02, 1 day late");
        assertThat(Summary.resolved(Resolution.REPLANNED, met)).isEqualTo("Twelve sites: now due 2020-03-01");
        assertThat(Summary.resolved(Resolution.ESCALATED, counting(3)))
                .isEqualTo("Twelve sites: missed, 3 of 12 live, 9 short");
        assertThat(Summary.resolved(Resolution.RECOVERED, met))
                .isEqualTo("Twelve sites: now due 2020-03-01, 13 of 12 live, 0 short");
        assertThat(Summary.resolved(Resolution.WITHDRAWN, met)).isEqualTo("Twelve sites: withdrawn");
        assertThat(Summary.ceased(met)).isEqualTo("Twelve sites: has no due date any more");
    }

    @Test
    void silenceSaysSinceWhenAndWhatIsDue() {
        SupplierStatus acme = SupplierStatus.newBuilder()
                .setCluster("south")
                .setSupplier("acme")
                .setLastAcceptedAt(Instant.parse("2020-01-01T09:00:00Z"))
                .setAccepted(1)
                .setPending(1)
                .setMet(0)
                .setMetLate(0)
                .setMissed(0)
                .setWithdrawn(0)
                .build();
        assertThat(Summary.silent(acme, 1))
                .isEqualTo("acme has not reported on south since 2020-01-01T09:00:00Z, with 1 milestone not met");
        assertThat(Summary.silent(acme, 2)).endsWith(", with 2 milestones not met");
        assertThat(Summary.heard(acme, Resolution.REPORTED)).isEqualTo("acme has reported on south again");
        assertThat(Summary.heard(acme, Resolution.NOTHING_DUE)).isEqualTo("acme has nothing due on south any more");
    }

    @Test
    void aMilestoneIsNeverSilentAndASupplierNeverMet() {
        MilestoneState milestone = counting(3);
        assertThatThrownBy(() -> Summary.open(AlertKind.SUPPLIER_SILENT, milestone))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Summary.resolved(Resolution.REPORTED, milestone))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
