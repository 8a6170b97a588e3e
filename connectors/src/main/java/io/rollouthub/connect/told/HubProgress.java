package io.rollouthub.connect.told;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the hub is with what it publishes. */
public interface HubProgress extends AutoCloseable {
    /** Notes what is in the journal now. */
    void begin();

    /** Up to where a group had read these partitions, and had handed on all before; those it never read are left out. */
    Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions);

    /**
     * The offset of the last record of each of these partitions, -1 if there is none, as soon as they hold all that follows
     * from what was in the journal at {@link #begin}; null: not yet, or nobody knows now.
     */
    @Nullable
    Map<TopicPartition, Long> lastOffsets(Set<TopicPartition> partitions);

    @Override
    void close();
}
