package io.rollouthub.topology;

import io.rollouthub.output.Progress;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The position behind the last entry of the journal that is applied, kept with each commit that moves it, so that a ledger
 * which continues can tell up to where all is out although no entry comes.
 */
final class AppliedUpTo {
    private static final String STORE = "position-by-key";
    private static final String KEY = "position";

    private final KeyValueStore<String, Long> store;
    private final int partition;
    private long position;
    private long kept;
    private long told = -1;

    private AppliedUpTo(KeyValueStore<String, Long> store, int partition) {
        this.store = store;
        this.partition = partition;
        Long before = store.get(KEY);
        this.position = before == null ? 0 : before;
        this.kept = position;
    }

    static StoreBuilder<?> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.Long());
    }

    static AppliedUpTo of(ProcessorContext<?, ?> context) {
        return new AppliedUpTo(context.getStateStore(STORE), context.taskId().partition());
    }

    /** The next entry has been applied. */
    void move(long offset) {
        position = offset + 1;
    }

    long position() {
        return position;
    }

    int partition() {
        return partition;
    }

    /** A commit comes. */
    void keep() {
        if (position != kept) {
            store.put(KEY, position);
            kept = position;
        }
    }

    /**
     * What is to be told once all figures are out.
     *
     * @param tick the latest that is applied; null: none yet
     * @return null: it has been told
     */
    @Nullable
    Progress takeProgress(@Nullable Instant tick) {
        if (position == told) {
            return null;
        }
        told = position;
        return new Progress(partition, position, tick);
    }
}
