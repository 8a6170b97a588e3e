package io.rollouthub.domain.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table in memory, for time travel and tests. Keys are ASCII, so Java's order of strings is that of code points. */
public final class MemoryTable<V> implements Table<V> {
    private final TreeMap<String, V> entries = new TreeMap<>();

    @Override
    public @Nullable V get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, V value) {
        entries.put(key, value);
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public List<Entry<String, V>> range(String from, String to, int most) {
        List<Entry<String, V>> found = new ArrayList<>();
        if (from.compareTo(to) < 0) {
            for (Entry<String, V> entry : entries.subMap(from, to).entrySet()) {
                if (found.size() == most) {
                    break;
                }
                found.add(Entry.copyOf(entry));
            }
        }
        return found;
    }

    @Override
    public void each(BiConsumer<String, V> to) {
        entries.forEach(to);
    }
}
