package io.rollouthub.domain.ledger;

import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;

/**
 * What follows from the reports, so that it need not be kept: a ledger that continues works it out again.
 *
 * @param milestones by {@code <cluster>/<milestone>}
 * @param index what is found by what may move it, see {@code CommitmentIndex}, {@code OpenDates} and {@code OwnRecord}
 */
public record DerivedTables(Table<MilestoneState> milestones, Table<String> index, Timers timers) {
    /** Empty. */
    public static DerivedTables empty() {
        return new DerivedTables(new MemoryTable<>(), new MemoryTable<>(), new Timers());
    }
}
