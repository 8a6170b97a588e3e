package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.report.OriginKey;
import io.rollouthub.testkit.Seed;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What somebody writes to the hub's own topics, and whether all of it was told as passed over. */
class ForeignBytesTest {
    private static final byte[] ENTRY = {0, 0, 0, 0, 7, 1, 2, 3};
    private static final OriginKey FIRST = new OriginKey("rollout.journal", 3, 17);
    private static final OriginKey SECOND = new OriginKey("rollout.journal", 3, 170);
    private static final OriginKey CONTROL = new OriginKey("rollout.control", 0, 5);

    @Test
    void itComesToEachPartitionAndIsNeverAWholeEntry(@Seed long seed) {
        List<TopicPartition> partitions =
                List.of(new TopicPartition("rollout.journal", 0), new TopicPartition("rollout.control", 0));

        var records = new ForeignBytes(new Random(seed)).on(partitions, ENTRY);

        assertThat(records).hasSize(6);
        assertThat(records)
                .extracting(record -> new TopicPartition(record.topic(), record.partition()))
                .containsAll(partitions);
        assertThat(records)
                .as("what might be under another schema is an operator's to decide")
                .allMatch(record ->
                        record.value().length == 0 || record.value()[0] == 1 || record.value().length < ENTRY.length);
    }

    @Test
    void whatIsInTheJournalAndIsNotToldIsFound() {
        String printed =
                "Passed over: 1 records.\n  rollout.journal 3:170 is passed over: not in Confluent's wire format\n";

        assertThat(Aftermath.notPassedOver(Set.of(FIRST, SECOND, CONTROL), printed))
                .containsExactly(FIRST);
    }
}
