package io.rollouthub.check;

import static io.rollouthub.check.Reports.judge;
import static io.rollouthub.check.Reports.milestone;
import static io.rollouthub.check.Reports.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetCheckTest {
    private static GoLiveCount.Builder twelve() {
        return GoLiveCount.newBuilder().setCount(12);
    }

    static Stream<SpecificRecord> goodTargets() {
        return Stream.of(
                twelve().build(),
                twelve().setCount(1).build(),
                twelve().setCount(1_000_000).build(),
                twelve().setSince(LocalDate.of(1990, 1, 1))
                        .setProduct("millennium")
                        .setRelease("R0")
                        .build(),
                twelve().setSince(LocalDate.of(2100, 1, 1)).build(),
                new ReleaseDelivered("millennium", "R0"),
                new ContractSigned("south-cerner"));
    }

    static Stream<SpecificRecord> badTargets() {
        return Stream.of(
                twelve().setCount(0).build(),
                twelve().setCount(-1).build(),
                twelve().setCount(1_000_001).build(),
                twelve().setSince(LocalDate.of(1989, 12, 31)).build(),
                twelve().setSince(LocalDate.of(2100, 1, 2)).build(),
                twelve().setProduct("").build(),
                twelve().setRelease("R/0").build(),
                new ReleaseDelivered(" ", "R0"),
                new ReleaseDelivered("millennium", "x".repeat(65)),
                new ContractSigned("\u00a0"),
                new ContractSigned("south cerner"));
    }

    @ParameterizedTest
    @MethodSource("goodTargets")
    void aTargetThatCanBeCheckedIsAccepted(SpecificRecord target) {
        assertThat(reason(milestone().setTarget(target).build())).isNull();
    }

    @ParameterizedTest
    @MethodSource("badTargets")
    void whateverIsWrongInATargetIsABadTarget(SpecificRecord target) {
        assertThat(reason(milestone().setTarget(target).build())).isEqualTo(Reason.BAD_TARGET);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTPONED", "MET", "WITHDRAWN"})
    void onlyACommitmentHasATarget(MilestoneStatus status) {
        MilestoneEvent.Builder event = milestone().setStatus(status).setTarget(twelve().build());
        if (status == MilestoneStatus.POSTPONED) {
            event.clearDate();
        }

        assertThat(judge(event.build()))
                .isEqualTo(new Refusal(
                        Reason.BAD_TARGET,
                        "target is given with status " + status + "; only COMMITTED has one, leave it out"));
    }

    @Test
    void theDetailNamesTheFieldInsideTheTarget() {
        assertThat(judge(milestone().setTarget(twelve().setCount(0).build()).build()))
                .isEqualTo(new Refusal(Reason.BAD_TARGET, "target.count is 0; it must lie in 1 to 1000000"));
        assertThat(judge(milestone().setTarget(new ContractSigned("a/b")).build()))
                .isEqualTo(
                        new Refusal(
                                Reason.BAD_TARGET,
                                "target.contract is \"a/b\"; an identifier is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone"));
        assertThat(judge(milestone()
                        .setTarget(twelve().setSince(LocalDate.EPOCH).build())
                        .build()))
                .isEqualTo(new Refusal(
                        Reason.BAD_TARGET, "target.since is 1970-01-01; it must lie in 1990-01-01 to 2100-01-01"));
    }
}
