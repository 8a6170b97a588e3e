package io.rollouthub.domain.store;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map ordered by key, by code point. What has been put is read back by whoever continues the ledger's work. */
public interface Table<V> {

    /** The value, or null if there is none. */
    @Nullable
    V get(String key);

    void put(String key, V value);

    void remove(String key);

    /** The first entries, so many at most, from one key, inclusive, to another, exclusive. */
    List<Entry<String, V>> range(String from, String to, int most);

    /** Hands over all entries in order of keys, without holding more than one of them. */
    void each(BiConsumer<String, V> to);

    /** All entries whose key starts with this path, which ends in a slash. */
    default List<Entry<String, V>> under(String path) {
        return range(path, endOf(path), Integer.MAX_VALUE);
    }

    /** The first key behind all keys that start with this path, which ends in a slash. */
    static String endOf(String path) {
        if (!path.endsWith("/")) {
            throw new IllegalArgumentException("no path: " + path);
        }
        return path.substring(0, path.length() - 1) + (char) ('/' + 1);
    }
}
