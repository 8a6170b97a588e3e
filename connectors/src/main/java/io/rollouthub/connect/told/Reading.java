package io.rollouthub.connect.told;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a task has read its partitions, and whether that is far enough to know what is open now. */
final class Reading {
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private @Nullable Map<TopicPartition, Long> last;

    void assign(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
    }

    void leave(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
    }

    Set<TopicPartition> assigned() {
        return assigned;
    }

    /** That all partitions are read from their beginning. */
    void begin() {
        read.clear();
        last = null;
    }

    /** Takes the offset of the next record; false: it is none that comes behind the one before, so all begins anew. */
    boolean goesOn(TopicPartition partition, long offset) {
        Long before = read.put(partition, offset);
        return before == null || offset > before;
    }

    /** That all before an offset has been read, though not all of it came here: a transformation may leave some out. */
    void passed(TopicPartition partition, long next) {
        read.merge(partition, next - 1, Math::max);
    }

    /** Whether somebody has to be asked what is to be read. */
    boolean isUnknownHowFar() {
        return last == null;
    }

    /** Says what is to be read, null: nobody knows yet; see {@link HubProgress#lastOffsets}. */
    void readTo(@Nullable Map<TopicPartition, Long> offsets) {
        last = offsets;
    }

    boolean isCaughtUp() {
        return last != null
                && last.entrySet().stream().allMatch(each -> read.getOrDefault(each.getKey(), -1L) >= each.getValue());
    }
}
