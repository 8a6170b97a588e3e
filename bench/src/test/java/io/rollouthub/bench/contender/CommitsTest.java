package io.rollouthub.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private static final TopicPartition INPUT = new TopicPartition("input", 0);
    private static final long SECOND = 1_000_000_000;

    @Test
    void aStageIsAtWorkUntilItsLastCommit() {
        Commits commits = new Commits(0, Map.of(INPUT, 100L));
        commits.then(SECOND, Map.of(INPUT, 100L));
        commits.then(2 * SECOND, Map.of(INPUT, 250L));
        commits.then(4 * SECOND, Map.of(INPUT, 500L));
        commits.then(9 * SECOND, Map.of(INPUT, 500L));

        assertThat(commits.rate(400)).isEqualTo(100);
    }
}
