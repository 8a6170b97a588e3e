package io.rollouthub.producer;

import static io.rollouthub.testkit.Npfit.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.EventCheck;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Npfit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {
    private static final LocalDate DAY = LocalDate.of(2006, 7, 29);
    private static final Reports SOUTH = Reports.on("south");
    private static final GoLiveReports GO_LIVE = SOUTH.goLive("weston", "millennium", "R0");
    private static final ReleaseReports RELEASE = SOUTH.release("millennium", "R0");
    private static final CommitmentReports COMMITMENT = SOUTH.commitment("dozen", "Twelve");
    private static final ContractReports CONTRACT = SOUTH.contract("lsp", "nhs-cfh", "fujitsu");

    @Test
    void aGoLiveSaysAllThatWasSaid() {
        Report report = GO_LIVE.named("Weston Area Health")
                .live("e-1", NOW, DAY)
                .source("Hansard")
                .replaces("e-0");

        assertThat(report.by("fujitsu"))
                .isEqualTo(new GoLiveEvent(
                        "e-1",
                        NOW,
                        "fujitsu",
                        "south",
                        "weston",
                        "Weston Area Health",
                        "millennium",
                        "R0",
                        GoLiveStatus.LIVE,
                        DAY,
                        "Hansard",
                        "e-0"));
    }

    @Test
    void aReleaseSaysAllThatWasSaid() {
        assertThat(RELEASE.delivered("e-1", NOW, DAY).by("fujitsu"))
                .isEqualTo(new ReleaseEvent(
                        "e-1", NOW, "fujitsu", "south", "millennium", "R0", ReleaseStage.DELIVERED, DAY, null, null));
    }

    @Test
    void aCommitmentSaysAllThatWasSaid() {
        Target target = Target.goLives(12).since(DAY).of("millennium", "R0");

        assertThat(COMMITMENT
                        .committed("e-1", NOW, DAY, target)
                        .source("Hansard")
                        .by("fujitsu"))
                .isEqualTo(new MilestoneEvent(
                        "e-1",
                        NOW,
                        "fujitsu",
                        "south",
                        "dozen",
                        "Twelve",
                        MilestoneStatus.COMMITTED,
                        DAY,
                        new GoLiveCount(12, DAY, "millennium", "R0"),
                        "Hansard",
                        null));
    }

    @Test
    void aContractSaysAllThatWasSaid() {
        BigDecimal value = new BigDecimal("996000000.00");

        assertThat(CONTRACT.worth(value, "GBP")
                        .months(120)
                        .signed("e-1", NOW, DAY)
                        .by("fujitsu"))
                .isEqualTo(new ContractEvent(
                        "e-1",
                        NOW,
                        "fujitsu",
                        "south",
                        "lsp",
                        "nhs-cfh",
                        "fujitsu",
                        ContractStage.SIGNED,
                        DAY,
                        value,
                        "GBP",
                        120,
                        null,
                        null));
    }

    @Test
    void targetsAreWhatTheHubUnderstands() {
        assertThat(Target.goLives(3).toRecord()).isEqualTo(new GoLiveCount(3, null, null, null));
        assertThat(Target.goLives(3).of("millennium").toRecord())
                .isEqualTo(new GoLiveCount(3, null, "millennium", null));
        assertThat(Target.delivered("millennium", "R0").toRecord()).isEqualTo(new ReleaseDelivered("millennium", "R0"));
        assertThat(Target.signed("lsp").toRecord()).isEqualTo(new ContractSigned("lsp"));
    }

    static List<Report> everyKindOfReport() {
        return List.of(
                GO_LIVE.planned("e-1", NOW, DAY),
                GO_LIVE.postponed("e-1", NOW),
                GO_LIVE.live("e-1", NOW, DAY),
                GO_LIVE.reverted("e-1", NOW, DAY),
                GO_LIVE.cancelled("e-1", NOW, DAY),
                RELEASE.planned("e-1", NOW, DAY),
                RELEASE.postponed("e-1", NOW),
                RELEASE.delivered("e-1", NOW, DAY),
                RELEASE.accepted("e-1", NOW, DAY),
                RELEASE.withdrawn("e-1", NOW, DAY),
                COMMITMENT.committed("e-1", NOW, DAY),
                COMMITMENT.committed("e-1", NOW, DAY, Target.goLives(12).since(DAY)),
                COMMITMENT.committed("e-1", NOW, DAY, Target.delivered("millennium", "R0")),
                COMMITMENT.committed("e-1", NOW, DAY, Target.signed("lsp")),
                COMMITMENT.postponed("e-1", NOW),
                COMMITMENT.met("e-1", NOW, DAY),
                COMMITMENT.withdrawn("e-1", NOW, DAY),
                CONTRACT.negotiating("e-1", NOW),
                CONTRACT.negotiating("e-1", NOW, DAY),
                CONTRACT.preferred("e-1", NOW),
                CONTRACT.preferred("e-1", NOW, DAY),
                CONTRACT.signed("e-1", NOW, DAY),
                CONTRACT.terminated("e-1", NOW, DAY));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfReport")
    void everyReportIsOneThatTheGateAccepts(Report report) {
        EventCheck check = new EventCheck(Npfit.programmeFor("fujitsu", "south"));

        assertThat(check.check(report.by("fujitsu"), "fujitsu", NOW)).isNull();
    }

    @Test
    void everyStatusCanBeReportedButTheUnknownOne() {
        List<Object> reported = everyKindOfReport().stream()
                .map(report -> ReportedEvent.of(report.by("fujitsu")))
                .map(report -> report.event().get(report.kind().statusField().pos()))
                .distinct()
                .toList();
        List<Object> words = Stream.<Object[]>of(
                        GoLiveStatus.values(), ReleaseStage.values(), MilestoneStatus.values(), ContractStage.values())
                .flatMap(Arrays::stream)
                .filter(word -> !word.toString().equals("UNKNOWN"))
                .toList();

        assertThat(reported).isEqualTo(words);
    }
}
