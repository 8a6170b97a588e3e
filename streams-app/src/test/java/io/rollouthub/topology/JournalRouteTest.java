package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRouteTest {
    @ParameterizedTest
    @ValueSource(strings = {Reports.GO_LIVE, Reports.RELEASE, Reports.MILESTONE, Reports.CONTRACT})
    void anEventGoesWhereKafkaPutsItsKey(String json) {
        assertThat(partitions(TopologyFixture.line(json).event(), 3)).isEmpty();
    }

    @Test
    void ticksAndProgrammesGoToEveryPartition() {
        assertThat(partitions(new Tick(), 3)).contains(Set.of(0, 1, 2));
        assertThat(partitions(PROGRAMME, 3)).contains(Set.of(0, 1, 2));
        assertThat(partitions(new Tick(), 1)).contains(Set.of(0));
    }

    private Optional<Set<Integer>> partitions(Object entry, int of) {
        return JournalRoute.partitions(new JournalEntry(Instant.EPOCH, null, entry), of);
    }
}
