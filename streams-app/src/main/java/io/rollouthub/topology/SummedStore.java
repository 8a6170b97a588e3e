package io.rollouthub.topology;

import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that knows the sum of the hashes of its rows, modulo 2^64, whatever their order: a put takes the old row's from it
 * and adds the new one's. What is restored goes past it, so the sum counts from {@link #add} on. Its base is internal to
 * Kafka Streams, as it hands on what an upgrade adds; SealTest says whether it still does.
 */
final class SummedStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements KeyValueStore<Bytes, byte[]> {
    private long sum;

    private SummedStore(KeyValueStore<Bytes, byte[]> rows) {
        super(rows);
    }

    /** Makes stores whose rows are in others. */
    record Supplier(KeyValueBytesStoreSupplier rows) implements KeyValueBytesStoreSupplier {
        @Override
        public String name() {
            return rows.name();
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new SummedStore(rows.get());
        }

        @Override
        public String metricsScope() {
            return rows.metricsScope();
        }
    }

    /** The one within a store as a processor has it. */
    static SummedStore within(StateStore outer) {
        StateStore store = outer;
        while (!(store instanceof SummedStore)) {
            store = ((WrappedStateStore<?, ?, ?>) store).wrapped();
        }
        return (SummedStore) store;
    }

    /** Adds up the rows that are there. */
    long add() {
        sum = 0;
        try (KeyValueIterator<Bytes, byte[]> rows = wrapped().all()) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                sum += RowHash.of(row.key.get(), row.value);
            }
        }
        return sum;
    }

    long sum() {
        return sum;
    }

    private void replace(Bytes key, byte @Nullable [] before, byte @Nullable [] now) {
        sum += hash(key, now) - hash(key, before);
    }

    private static long hash(Bytes key, byte @Nullable [] value) {
        return value == null ? 0 : RowHash.of(key.get(), value);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        replace(key, wrapped().get(key), value);
        wrapped().put(key, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = wrapped().putIfAbsent(key, value);
        if (before == null) {
            replace(key, null, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> rows) {
        rows.forEach(row -> put(row.key, row.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] before = wrapped().delete(key);
        replace(key, before, null);
        return before;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return wrapped().get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return wrapped().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return wrapped().reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return wrapped().all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return wrapped().reverseAll();
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, PS serializer) {
        return wrapped().prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
