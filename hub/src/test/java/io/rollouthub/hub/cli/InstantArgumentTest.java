package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.replay.Cli;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantArgumentTest {
    @Test
    void anInstantIsReadAsTheHubPrintsItOrWithAnOffset() {
        Instant instant = Instant.parse("2006-10-15T00:00:00Z");
        assertThat(Arguments.instant("2006-10-15T00:00:00Z")).isEqualTo(instant);
        assertThat(Arguments.instant("2006-10-15T01:00:00+01:00")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2006-10-15", "yesterday", "2006-10-15T00:00", "2006-02-30T00:00:00Z", "", "1161"})
    void anythingElseIsWrongUseAndToldBeforeAHubIsLookedFor(String text) {
        Cli run = Cli.run("status", "--data", "none", "--as-of", text);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().toList())
                .containsExactly(
                        "rollout: Invalid value for option '--as-of': '" + text + "' is not an instant. Write it like"
                                + " 2006-10-15T00:00:00Z, or with an offset instead of the Z.",
                        "See 'rollout status --help'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anInstantBeyondAllDatesIsWrongUse() {
        Cli run = Cli.run("status", "--data", "none", "--as-of", "9999-01-01T00:00:00Z");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is later than 2100-01-01T00:00:00Z");
    }
}
