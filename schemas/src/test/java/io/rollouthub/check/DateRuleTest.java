package io.rollouthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DateRuleTest {
    private static String rules(Enum<?>[] statuses) {
        return Arrays.stream(statuses)
                .filter(status -> !status.name().equals("UNKNOWN"))
                .map(status -> status + " " + DateRule.of(status))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aGoLiveIsPlannedForOrHasHappenedOnItsDate() {
        assertThat(rules(GoLiveStatus.values()))
                .isEqualTo("PLANNED PLANNED, POSTPONED NONE, LIVE HAPPENED, REVERTED HAPPENED, CANCELLED HAPPENED");
    }

    @Test
    void soIsARelease() {
        assertThat(rules(ReleaseStage.values()))
                .isEqualTo("PLANNED PLANNED, POSTPONED NONE, DELIVERED HAPPENED, ACCEPTED HAPPENED, "
                        + "WITHDRAWN HAPPENED");
    }

    @Test
    void soIsACommitment() {
        assertThat(rules(MilestoneStatus.values()))
                .isEqualTo("COMMITTED PLANNED, POSTPONED NONE, MET HAPPENED, WITHDRAWN HAPPENED");
    }

    @Test
    void aContractNeedsNoDateBeforeItIsSigned() {
        assertThat(rules(ContractStage.values()))
                .isEqualTo("NEGOTIATING OPTIONAL, PREFERRED OPTIONAL, SIGNED HAPPENED, TERMINATED HAPPENED");
    }
}
