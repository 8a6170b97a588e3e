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
                copy(tables.suppliers()),
                copy(tables.reports()),
                copy(tables.milestones()),
                copy(tables.commitments()),
                copy(tables.goLives()),
                copy(tables.alerts()),
                copy(tables.counters()),
                copy(tables.forecasts()),
                copy(tables.supplierRecords()),
                copy(tables.timers()));
    }

    private static <V> Table<V> copy(Table<V> table) {
        MemoryTable<V> copy = new MemoryTable<>();
        table.range("", BEHIND_ALL, Integer.MAX_VALUE)
                .forEach(entry -> copy.put(entry.getKey(), Bytes.readBack(entry.getValue())));
        return copy;
    }
}
