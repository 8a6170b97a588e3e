package io.rollouthub.topology;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.state.Seal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a partition's ledger under their seal, which each commit that changes them renews, and which whoever
 * continues holds them against before anything else (ADR 20).
 */
final class SealedState {
    private final KeyValueStore<String, Seal> store;
    private final Map<String, SummedStore> tables = new TreeMap<>();
    private @Nullable Seal last;

    private SealedState(KeyValueStore<String, Seal> store) {
        this.store = store;
        this.last = store.get(Seals.KEY);
    }

    static StoreBuilder<?> store(SchemaRegistry registry) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Seals.STORE.name()), Serdes.String(), AvroSerde.of(Seals.STORE, registry));
    }

    /**
     * That of a task, whose stores are restored.
     *
     * @param tables the names of the stores that are sealed
     * @param hasBegun whether the ledger has read anything of a partition of the journal
     * @throws BrokenSealException if it is not what was sealed
     */
    static SealedState of(ProcessorContext<?, ?> context, Collection<String> tables, IntPredicate hasBegun) {
        SealedState state = new SealedState(context.getStateStore(Seals.STORE.name()));
        tables.forEach(name -> state.tables.put(name, SummedStore.within(context.getStateStore(name))));
        state.tables.values().forEach(SummedStore::add);
        int partition = context.taskId().partition();
        BrokenSealException broken = Seals.compare(partition, state.last, state.sums(), () -> hasBegun.test(partition));
        if (broken != null) {
            throw broken;
        }
        return state;
    }

    private Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        tables.forEach((name, table) -> sums.put(name, table.sum()));
        return sums;
    }

    /** The position up to which all was applied when it was sealed last; 0: never. */
    long position() {
        return last == null ? 0 : last.getPosition();
    }

    /** How many entries that were. */
    long entries() {
        return last == null ? 0 : last.getEntries();
    }

    /** A commit comes, behind which nothing is written to the stores. */
    void seal(long position, long entries) {
        Seal now = new Seal(position, entries, LedgerVersion.CURRENT, sums());
        if (!now.equals(last)) {
            store.put(Seals.KEY, now);
            last = now;
        }
    }
}
