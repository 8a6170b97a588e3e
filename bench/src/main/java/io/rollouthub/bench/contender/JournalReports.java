package io.rollouthub.bench.contender;

import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;

/** Where the reports stand in the journal, among ticks and the ends of transactions. */
public final class JournalReports {
    private static final Set<String> NO_CLUSTER = Set.of(Topics.TICK_KEY, Topics.PROGRAMME_KEY);

    private final Map<TopicPartition, long[]> offsets = new HashMap<>();

    private JournalReports(Map<TopicPartition, LongStream.Builder> found) {
        found.forEach((partition, all) -> offsets.put(partition, all.build().toArray()));
    }

    /** Reads all of it. */
    public static JournalReports read(Map<String, Object> client) {
        Map<TopicPartition, LongStream.Builder> found = new HashMap<>();
        try (TopicReader reader = new TopicReader(client, List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(entry -> {
                if (!NO_CLUSTER.contains(entry.key())) {
                    found.computeIfAbsent(
                                    new TopicPartition(entry.topic(), entry.partition()), any -> LongStream.builder())
                            .add(entry.offset());
                }
            });
        }
        return new JournalReports(found);
    }

    /** All of them. */
    public long all() {
        return offsets.values().stream().mapToLong(all -> all.length).sum();
    }

    /** How many stand before these positions. */
    public long before(Map<TopicPartition, Long> positions) {
        return positions.entrySet().stream()
                .mapToLong(at -> before(offsets.getOrDefault(at.getKey(), new long[0]), at.getValue()))
                .sum();
    }

    private static long before(long[] sorted, long position) {
        int found = Arrays.binarySearch(sorted, position);
        return found < 0 ? -found - 1 : found;
    }
}
