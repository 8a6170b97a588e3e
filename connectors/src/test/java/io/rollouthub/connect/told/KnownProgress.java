package io.rollouthub.connect.told;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A hub that is as far as it is told to be. */
public final class KnownProgress implements HubProgress {
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private boolean applied = true;
    private long last = -1;

    /** That all follows from the journal up to the record at this offset of each partition. */
    public void has(long offset) {
        applied = true;
        last = offset;
    }

    /** That the ledger has still to apply what was in the journal. */
    public void isBehind() {
        applied = false;
    }

    /** That a partition had been handed on before this offset. */
    public void handedOn(TopicPartition partition, long before) {
        committed.put(partition, before);
    }

    @Override
    public void begin() {}

    @Override
    public Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> known = new HashMap<>(committed);
        known.keySet().retainAll(partitions);
        return known;
    }

    @Override
    public @Nullable Map<TopicPartition, Long> lastOffsets(Set<TopicPartition> partitions) {
        if (!applied) {
            return null;
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, last));
        return offsets;
    }

    @Override
    public void close() {}
}
