package io.rollouthub.hub.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.rollouthub.check.Reason;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Counts and times what an instance of the streams application does, and how far its state has been read back. */
final class InstanceMeters implements FlowListener {
    /** In place of suppliers that are none of the programme's: anybody can make a topic, so they would have no end. */
    static final String UNKNOWN = "unknown";

    private final Meters meters;
    private final boolean live;
    private final Counter ticks;
    private final Counter forced;
    private final Counter written;
    private final Counter fencings;
    private final Timer latency;
    private final Counter restored;
    private final Map<TopicPartition, Span> restoring = new ConcurrentHashMap<>();
    private volatile Duration hold = Duration.ZERO;

    /** What is left of the changelog of a state store that is being read back. */
    private record Span(long next, long end) {
        long length() {
            return Math.max(0, end - next);
        }
    }

    /** @param live whether time is real; if it is simulated, nothing can be said of how long anything takes */
    InstanceMeters(Meters meters, boolean live) {
        this.meters = meters;
        this.live = live;
        ticks = meters.counter(Metric.CLOCK_TICKS);
        forced = meters.counter(Metric.CLOCK_TICKS_FORCED);
        written = meters.counter(Metric.JOURNAL_TICKS);
        for (Topic<?> topic : List.of(Topics.CONTROL, Topics.JOURNAL)) {
            meters.counter(Metric.PASSED_OVER, topic.name());
        }
        fencings = meters.counter(Metric.FENCINGS);
        latency = meters.histogram(Metric.REPORT_LATENCY);
        restored = meters.counter(Metric.RESTORED_RECORDS);
        meters.gauge(Metric.CLOCK_HOLD, () -> hold.toNanos() / 1e9);
        meters.gauge(Metric.RESTORING_STORES, restoring::size);
        meters.gauge(
                Metric.RESTORE_REMAINING,
                () -> restoring.values().stream().mapToLong(Span::length).sum());
    }

    /** Shows zeros for what may come, as nobody can see a counter rise that was not there before. */
    void expect(Programme programme) {
        rejected(UNKNOWN, Reason.UNKNOWN_SUPPLIER);
        for (Supplier supplier : programme.getSuppliers()) {
            meters.counter(Metric.REPORTS_ACCEPTED, supplier.getSupplier());
            for (Reason reason : Reason.values()) {
                if (reason != Reason.UNKNOWN_SUPPLIER) {
                    rejected(supplier.getSupplier(), reason);
                }
            }
        }
    }

    @Override
    public void accepted(String supplier) {
        meters.counter(Metric.REPORTS_ACCEPTED, supplier).increment();
    }

    @Override
    public void refused(String supplier, Reason reason) {
        rejected(reason == Reason.UNKNOWN_SUPPLIER ? UNKNOWN : supplier, reason).increment();
    }

    private Counter rejected(String supplier, Reason reason) {
        return meters.counter(Metric.REPORTS_REJECTED, supplier, reason.name());
    }

    @Override
    public void published(Instant acceptedAt) {
        if (live) {
            Duration took = Duration.between(acceptedAt, Instant.now());
            latency.record(took.isNegative() ? Duration.ZERO : took); // Kafka's clock may be ahead of this machine's
        }
    }

    @Override
    public void held(Duration by) {
        hold = by;
    }

    @Override
    public void ticked(boolean early) {
        ticks.increment();
        if (early) {
            forced.increment();
        }
    }

    @Override
    public void passedOver(String topic) {
        meters.counter(Metric.PASSED_OVER, topic).increment();
    }

    @Override
    public void fenced() {
        fencings.increment();
    }

    @Override
    public void ticksWritten(int more) {
        written.increment(more);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long end) {
        restoring.put(changelog, new Span(from, end));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long records) {
        restored.increment(records);
        // Counted by offsets, as a changelog has some that hold no record.
        restoring.computeIfPresent(changelog, (partition, left) -> new Span(batchEnd + 1, left.end()));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        restoring.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        restoring.remove(changelog);
    }
}
