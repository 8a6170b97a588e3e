package io.rollouthub.topology;

import io.rollouthub.domain.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A table in a state store of Kafka Streams, which orders keys by their UTF-8 bytes: by code point. */
record StoreTable<V>(KeyValueStore<String, V> store) implements Table<V> {
    @Override
    public @Nullable V get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void remove(String key) {
        store.delete(key);
    }

    @Override
    public List<Entry<String, V>> range(String from, String to, int most) {
        List<Entry<String, V>> entries = new ArrayList<>();
        try (KeyValueIterator<String, V> found = store.range(from, to)) {
            while (entries.size() < most && found.hasNext()) {
                KeyValue<String, V> next = found.next();
                if (!next.key.equals(to)) { // a store's range includes its end
                    entries.add(Map.entry(next.key, next.value));
                }
            }
        }
        return entries;
    }

    @Override
    public void each(BiConsumer<String, V> to) {
        try (KeyValueIterator<String, V> all = store.all()) {
            all.forEachRemaining(entry -> to.accept(entry.key, entry.value));
        }
    }
}
