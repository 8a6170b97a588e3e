package io.rollouthub.laws;

import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;

/** Copies of tables as a restarted instance reads them back. */
final class TableCopies {
    private static final String BEHIND_ALL = "~";

    private TableCopies() {}

    static Tables of(Tables tables) {
        return new Tables(
                copy(tables.programme()),
                copy(tables.tick()),
                copy(tables.clusters()),
                copy(tables.reports()),
                copy(tables.openers()),
                copy(tables.alerts()),
                copy(tables.cuts()),
                copy(tables.forecasts()));
    }

    private static <V> Table<V> copy(Table<V> table) {
        MemoryTable<V> copy = new MemoryTable<>();
        table.range("", BEHIND_ALL, Integer.MAX_VALUE)
                .forEach(entry -> copy.put(entry.getKey(), Bytes.readBack(entry.getValue())));
        return copy;
    }
}
