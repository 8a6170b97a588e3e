package io.rollouthub.domain.ledger;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Rows by key, of which those are told that differ from what was told before. */
final class Rows {
    private Rows() {}

    /** In order of keys; a row that is there no more is told without a value. */
    static <K, V> List<Result> changed(
            SortedMap<K, V> was, SortedMap<K, V> is, BiFunction<K, @Nullable V, Result> row) {
        SortedSet<K> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(was.get(key), is.get(key)))
                .map(key -> row.apply(key, is.get(key)))
                .toList();
    }
}
