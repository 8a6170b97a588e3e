package io.rollouthub.connect.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/** What a sink task asks of its worker, written down. */
public final class FakeSinkContext implements SinkTaskContext {
    private final boolean withReporter;
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final List<String> reported = new ArrayList<>();
    private long timeout = -1;

    public FakeSinkContext(boolean withReporter) {
        this.withReporter = withReporter;
    }

    /** From where partitions are to be read. */
    public Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    /** What went to the dead-letter topic: {@code <key>: <reason>}. */
    public List<String> reported() {
        return reported;
    }

    /** When the task wants to be asked again, in milliseconds. */
    public long timeout() {
        return timeout;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> from) {
        offsets.putAll(from);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        offsets.put(partition, offset);
    }

    @Override
    public void timeout(long millis) {
        timeout = millis;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of();
    }

    @Override
    public void pause(TopicPartition... partitions) {}

    @Override
    public void resume(TopicPartition... partitions) {}

    @Override
    public void requestCommit() {}

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("no metrics are kept");
    }

    @Override
    public @Nullable ErrantRecordReporter errantRecordReporter() {
        return withReporter ? this::report : null;
    }

    private CompletableFuture<Void> report(SinkRecord each, Throwable reason) {
        reported.add(each.key() + ": " + reason.getMessage());
        return CompletableFuture.completedFuture(null);
    }
}
