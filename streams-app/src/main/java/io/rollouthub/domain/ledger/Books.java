package io.rollouthub.domain.ledger;

import io.rollouthub.domain.store.Tables;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books of the clusters that an entry concerns: opened once, and written back behind its last step. */
final class Books {
    private static final String BEHIND_ALL = "~"; // no identifier has a tilde, nor anything behind it

    private final Tables tables;
    private final Rules rules;
    private final Instant tick;
    private final SortedMap<String, ClusterBook> open = new TreeMap<>();

    /** @param tick the journal's latest tick before this entry */
    Books(Tables tables, Rules rules, Instant tick) {
        this.tables = tables;
        this.rules = rules;
        this.tick = tick;
    }

    ClusterBook of(String cluster) {
        return open.computeIfAbsent(cluster, name -> new ClusterBook(name, tables, rules, tick));
    }

    /** Those that have been opened, by the clusters' names. */
    Collection<ClusterBook> open() {
        return open.values();
    }

    /** The names of all clusters that there are. */
    List<String> clusters() {
        return tables.clusters().range("", BEHIND_ALL, Integer.MAX_VALUE).stream()
                .map(Entry::getKey)
                .toList();
    }
}
