package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayDifferencesTest {
    private static final String TOLD = """
            {"clock": "2026-01-01T00:00:00Z", "milestones": {"a/m": {"status": "MET"}}, "duplicates": 1,
             "transitions": [{"alertId": "a/K/m", "episode": 1}, {"alertId": "b/K/m", "episode": 1}],
             "openAlerts": ["a/K/m"],
             "rejected": [{"supplier": "s", "eventId": "e", "reason": "DUPLICATE_ID"},
                          {"supplier": "s", "eventId": "f", "reason": "UNDECODABLE"}]}
            """;

    @Test
    void clocksAndTheOrderOfClustersAmongEachOtherAndWhatTheGateRefusedMayDiffer() {
        String replayed = """
                {"clock": "2026-01-02T00:00:00Z", "milestones": {"a/m": {"status": "MET"}}, "duplicates": 1,
                 "transitions": [{"alertId": "b/K/m", "episode": 1}, {"alertId": "a/K/m", "episode": 1}],
                 "openAlerts": ["a/K/m"], "rejected": [{"supplier": "s", "eventId": "e", "reason": "DUPLICATE_ID"}]}
                """;

        assertThat(ReplayDifferences.between("a line of a log\n" + TOLD, replayed, Set.of()))
                .isEmpty();
    }

    @Test
    void allElseIsNamedWithBothSides() {
        String replayed = TOLD.replace("MET", "MISSED").replace("\"duplicates\": 1", "\"duplicates\": 2");

        assertThat(ReplayDifferences.between(TOLD, replayed, Set.of()))
                .containsExactly(
                        "milestones a/m status: told \"MET\", replayed \"MISSED\"", "duplicates: told 1, replayed 2");
    }

    @Test
    void aTransitionThatIsToldTwiceIsADifference() {
        String twice = TOLD.replace(
                "{\"alertId\": \"b/K/m\", \"episode\": 1}",
                "{\"alertId\": \"b/K/m\", \"episode\": 1}, {\"alertId\": \"b/K/m\", \"episode\": 1}");

        assertThat(ReplayDifferences.between(twice, TOLD, Set.of())).hasSize(1);
    }

    @Test
    void whatIsForgottenOfASupplierIsNotCompared() {
        String without = TOLD.replace("\"e\"", "\"another\"");

        assertThat(ReplayDifferences.between(TOLD, without, Set.of())).isNotEmpty();
        assertThat(ReplayDifferences.between(TOLD, without, Set.of("s"))).isEmpty();
    }
}
