package io.rollouthub.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventStatusTest {
    private static String rules(EventKind kind, Enum<?>[] words) {
        return Arrays.stream(words)
                .map(word -> EventStatus.valueOf(word.name()))
                .filter(kind.statuses()::contains)
                .map(status -> status + " " + status.date())
                .collect(Collectors.joining(", "));
    }

    @Test
    void aGoLiveIsPlannedForOrHasHappenedOnItsDate() {
        assertThat(rules(EventKind.GO_LIVE, GoLiveStatus.values()))
                .isEqualTo("PLANNED PLANNED, POSTPONED NONE, LIVE HAPPENED, REVERTED HAPPENED, CANCELLED HAPPENED");
    }

    @Test
    void soIsARelease() {
        assertThat(rules(EventKind.RELEASE, ReleaseStage.values()))
                .isEqualTo("PLANNED PLANNED, POSTPONED NONE, DELIVERED HAPPENED, ACCEPTED HAPPENED, "
                        + "WITHDRAWN HAPPENED");
    }

    @Test
    void soIsACommitment() {
        assertThat(rules(EventKind.COMMITMENT, MilestoneStatus.values()))
                .isEqualTo("COMMITTED PLANNED, POSTPONED NONE, MET HAPPENED, WITHDRAWN HAPPENED");
    }

    @Test
    void aContractNeedsNoDateBeforeItIsSigned() {
        assertThat(rules(EventKind.CONTRACT, ContractStage.values()))
                .isEqualTo("NEGOTIATING OPTIONAL, PREFERRED OPTIONAL, SIGNED HAPPENED, TERMINATED HAPPENED");
    }
}
