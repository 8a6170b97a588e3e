package io.rollouthub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.journal.Tick;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportedEventTest {
    private static final Instant MORNING = Instant.parse("2006-07-03T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2006, 6, 30);

    private static ReleaseEvent.Builder release() {
        return ReleaseEvent.newBuilder()
                .setEventId("r-1")
                .setReportedAt(MORNING)
                .setSupplier("bt")
                .setCluster("london")
                .setProduct("millennium")
                .setRelease("R1")
                .setStage(ReleaseStage.DELIVERED)
                .setDate(DAY)
                .setSource("a letter")
                .setReplaces("r-0");
    }

    @Test
    void whatAllEventsSayIsReadAlike() {
        ReportedEvent report = ReportedEvent.of(release().build());

        assertThat(report.kind()).isEqualTo(EventKind.RELEASE);
        assertThat(report.key()).hasToString("london/RELEASE/millennium/R1");
        assertThat(report.eventId()).isEqualTo("r-1");
        assertThat(report.reportedAt()).isEqualTo(MORNING);
        assertThat(report.supplier()).isEqualTo("bt");
        assertThat(report.cluster()).isEqualTo("london");
        assertThat(report.status()).isEqualTo(EventStatus.DELIVERED);
        assertThat(report.date()).isEqualTo(DAY);
        assertThat(report.source()).isEqualTo("a letter");
        assertThat(report.replaces()).isEqualTo("r-0");
        assertThat(report.cause()).isEqualTo("bt/r-1");
        assertThat(report.title()).isNull();
        assertThat(report.target()).isNull();
        assertThat(report.contract()).isNull();
    }

    @Test
    void aSitesNameAndACommitmentsTitleAndTargetAreRead() {
        GoLiveEvent goLive = GoLiveEvent.newBuilder()
                .setEventId("g-1")
                .setReportedAt(MORNING)
                .setSupplier("bt")
                .setCluster("london")
                .setSite("RQX")
                .setSiteName("Homerton")
                .setProduct("millennium")
                .setRelease("R0")
                .setStatus(GoLiveStatus.LIVE)
                .setDate(DAY)
                .build();
        MilestoneEvent commitment = MilestoneEvent.newBuilder()
                .setEventId("m-1")
                .setReportedAt(MORNING)
                .setSupplier("bt")
                .setCluster("london")
                .setMilestone("twelve")
                .setTitle("Twelve trusts")
                .setStatus(MilestoneStatus.COMMITTED)
                .setDate(DAY)
                .setTarget(new GoLiveCount(12, null, "millennium", null))
                .build();

        assertThat(ReportedEvent.of(goLive).title()).isEqualTo("Homerton");
        assertThat(ReportedEvent.of(goLive).key().milestone()).isEqualTo("go-live/RQX/millennium/R0");
        assertThat(ReportedEvent.of(commitment).title()).isEqualTo("Twelve trusts");
        assertThat(ReportedEvent.of(commitment).key().milestone()).isEqualTo("twelve");
        assertThat(ReportedEvent.of(commitment).target())
                .isEqualTo(new CommitmentTarget.Count(12, null, "millennium", null));
    }

    @Test
    void aContractIsThereAsItself() {
        ContractEvent contract = ContractEvent.newBuilder()
                .setEventId("c-1")
                .setReportedAt(MORNING)
                .setSupplier("bt")
                .setCluster("london")
                .setContract("lsp-london")
                .setBuyer("nhs")
                .setProvider("bt")
                .setStage(ContractStage.NEGOTIATING)
                .build();

        ReportedEvent report = ReportedEvent.of(contract);

        assertThat(report.contract()).isSameAs(contract);
        assertThat(report.date()).isNull();
        assertThat(report.key()).isEqualTo(FactKey.contract("london", "lsp-london"));
    }

    @Test
    void reportsAreOrderedAsTheyWereReportedThenBySupplierAndEventId() {
        ReportedEvent first = ReportedEvent.of(release().build());
        ReportedEvent later = ReportedEvent.of(
                release().setReportedAt(MORNING.plusSeconds(1)).setEventId("a").build());
        ReportedEvent otherSupplier =
                ReportedEvent.of(release().setSupplier("csc").setEventId("a").build());
        ReportedEvent otherId = ReportedEvent.of(release().setEventId("r-2").build());

        assertThat(java.util.stream.Stream.of(later, otherSupplier, otherId, first)
                        .sorted())
                .containsExactly(first, otherId, otherSupplier, later);
    }

    @Test
    void anotherRecordIsNoReport() {
        assertThat(ReportedEvent.isOne(new Tick())).isFalse();
        assertThatThrownBy(() -> ReportedEvent.of(new Tick()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("io.rollouthub.journal.Tick");
    }
}
