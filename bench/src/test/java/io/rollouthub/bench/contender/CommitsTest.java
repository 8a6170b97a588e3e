package io.rollouthub.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private static final TopicPartition INPUT = new TopicPartition("input", 0);
    private static final long SECOND = 1_000_000_000;

    @Test
    void theRateIsOfWhatWasCommittedBehindTheFirstProgress() {
        Commits commits = commits(100, 100, 150, 250, 350, 350);

        assertThat(rate(commits)).isEqualTo(100);
    }

    @Test
    void whatWasCommittedAllAtOnceIsCountedFromTheBeginning() {
        assertThat(rate(commits(100, 100, 400))).isEqualTo(150);
    }

    /** Where it had committed to at each full second. */
    private static Commits commits(long... positions) {
        Commits commits = new Commits(0, Map.of(INPUT, positions[0]));
        for (int second = 1; second < positions.length; second++) {
            commits.then(second * SECOND, Map.of(INPUT, positions[second]));
        }
        return commits;
    }

    private static double rate(Commits commits) {
        return commits.rate(positions -> positions.getOrDefault(INPUT, 0L));
    }
}
