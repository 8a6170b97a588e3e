package io.rollouthub.bench.contender;

import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** How many reports are in the journal, among ticks and programmes. */
final class JournalReports {
    private static final Set<String> NO_CLUSTER = Set.of(Topics.TICK_KEY, Topics.PROGRAMME_KEY);

    private JournalReports() {}

    /** Reads all of it. */
    static long count(Map<String, Object> client) {
        AtomicLong reports = new AtomicLong();
        try (TopicReader reader = new TopicReader(client, List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(entry -> {
                if (!NO_CLUSTER.contains(entry.key())) {
                    reports.incrementAndGet();
                }
            });
        }
        return reports.get();
    }
}
