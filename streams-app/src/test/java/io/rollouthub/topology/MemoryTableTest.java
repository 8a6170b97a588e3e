package io.rollouthub.topology;

import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.domain.store.Table;

class MemoryTableTest extends TableContract {

    @Override
    Table<String> table() {
        return new MemoryTable<>();
    }
}
