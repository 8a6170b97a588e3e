package io.rollouthub.domain.store;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.GoLiveDays;

/**
 * All that the ledger keeps of one partition of the journal; every key but those of the first two starts with the
 * cluster.
 *
 * @param programme the programme in force, under one key
 * @param tick the highest tick so far as an ISO instant, under one key
 * @param clusters by cluster
 * @param suppliers by {@code <cluster>/<supplier>}
 * @param reports by {@code <cluster>/<kind>/<thing>/<supplier>/<eventId>}
 * @param milestones by {@code <cluster>/<milestone>}
 * @param commitments ids of milestones by what may move them, see {@code CommitmentIndex}
 * @param goLives by {@code <cluster>/<yyyy-MM>}
 * @param alerts by alertId
 * @param counters of what forecasts are worked out from, by {@code <cluster>/<counter>}
 * @param forecasts the hub's own record by {@code <cluster>/<kind>/<thing>/<due>/<lead>}
 * @param supplierRecords by {@code <cluster>/<supplier>}
 * @param timers subjects by {@code <cluster>/<instant>/<kind>/<subject>}
 */
public record Tables(
        Table<Programme> programme,
        Table<String> tick,
        Table<ClusterState> clusters,
        Table<SupplierStatus> suppliers,
        Table<JournalEntry> reports,
        Table<MilestoneState> milestones,
        Table<String> commitments,
        Table<GoLiveDays> goLives,
        Table<Alert> alerts,
        Table<Long> counters,
        Table<Forecast> forecasts,
        Table<SupplierRecord> supplierRecords,
        Table<String> timers) {

    /** Empty tables in memory. */
    public static Tables inMemory() {
        return new Tables(
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>());
    }
}
