package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign; {@code bench/faults} runs long ones. */
class FaultsIT {
    private static final int FAULTS = Integer.getInteger("rollout.faults", 2);
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(180));

    @Test
    void whateverFailsNothingIsLostOrJudgedTwiceAndResultsAreThoseOfAnUndisturbedReplay(
            @Seed long seed, @TempDir Path folder) throws IOException {
        Outcome outcome = new Campaign(new Plan(seed, FAULTS, 3, 10, false, Duration.ZERO, SHORT), System.out::println)
                .run(folder);

        assertThat(outcome.problems()).as("%s", outcome.rounds()).isEmpty();
        assertThat(outcome.reckoned().accepted()).isPositive();
    }
}
