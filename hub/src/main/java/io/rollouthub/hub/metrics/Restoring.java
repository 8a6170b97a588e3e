package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far the state stores are that are being read back. */
final class Restoring {
    private final Map<TopicPartition, Span> stores = new ConcurrentHashMap<>();
    private final Counter restored;

    /** What is left of a changelog. */
    private record Span(long next, long end) {
        long length() {
            return Math.max(0, end - next);
        }
    }

    Restoring(Meters meters) {
        restored = meters.counter(Metric.RESTORED_RECORDS);
        meters.gauge(Metric.RESTORING_STORES, stores::size, List.of());
        meters.gauge(
                Metric.RESTORE_REMAINING,
                () -> stores.values().stream().mapToLong(Span::length).sum(),
                List.of());
    }

    void start(TopicPartition changelog, long from, long end) {
        stores.put(changelog, new Span(from, end));
    }

    /** Counted by offsets, as a changelog has some that hold no record. */
    void batch(TopicPartition changelog, long batchEnd, long records) {
        restored.increment(records);
        stores.computeIfPresent(changelog, (partition, left) -> new Span(batchEnd + 1, left.end()));
    }

    void end(TopicPartition changelog) {
        stores.remove(changelog);
    }
}
