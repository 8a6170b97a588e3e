package io.rollouthub.domain.store;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Forecast;
import io.rollouthub.programme.Programme;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.Cut;

/**
 * All that the ledger keeps of one partition of the journal; what follows from it is in memory, and is worked out again
 * where a ledger continues on tables that were kept. Every key but those of the first two and of cuts starts with the cluster.
 *
 * @param programme the programme in force, under one key
 * @param tick the highest tick so far as an ISO instant, under one key
 * @param clusters by cluster
 * @param reports by {@code <cluster>/<kind>/<thing>/<supplier>/<eventId>}
 * @param openers the supplier whose report was a thing's first, by {@code <cluster>/<kind>/<thing>}, of those that several
 *     report on
 * @param alerts by alertId
 * @param cuts what has been left half done: the entry at work, under one key, and clusters whose figures are owed
 * @param forecasts the hub's own record by {@code <cluster>/<kind>/<thing>/<due>/<lead>}
 */
public record Tables(
        Table<Programme> programme,
        Table<String> tick,
        Table<ClusterState> clusters,
        Table<JournalEntry> reports,
        Table<String> openers,
        Table<Alert> alerts,
        Table<Cut> cuts,
        Table<Forecast> forecasts) {

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
                new MemoryTable<>());
    }
}
