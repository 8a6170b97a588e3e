package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.domain.forecast.SupplierPromises;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.report.SupplierKey;
import org.jspecify.annotations.Nullable;

/** Each supplier's promises and the forecasts on its milestones, summed up in whole numbers (semantics 9.8). */
final class SupplierRecords {
    private static final int ONE = 10_000; // probabilities are kept in ten-thousandths

    private final Table<SupplierRecord> records;

    SupplierRecords(Table<SupplierRecord> records) {
        this.records = records;
    }

    /** A forecast has another outcome than before. */
    void move(ClusterBook book, Forecast before, Forecast after) {
        String supplier = before.getOwner();
        SupplierRecord record = of(book.cluster, supplier);
        book.recorded.add(supplier);
        if (!book.recordsTold.containsKey(supplier)) {
            book.recordsTold.put(supplier, records.get(key(record)));
        }
        count(record, before, -1);
        count(record, after, 1);
        records.put(key(record), record);
    }

    private static void count(SupplierRecord record, Forecast forecast, int by) {
        boolean met = forecast.getOutcome() == Outcome.MET;
        if (!met && forecast.getOutcome() != Outcome.NOT_MET) {
            return;
        }
        int lead = forecast.getLead();
        long error = forecast.getScore() - (met ? ONE : 0);
        int forecasts = (int) record.get("forecasts" + lead) + by;
        int kept = (int) record.get("forecastsKept" + lead) + (met ? by : 0);
        long squares = (long) record.get("squares" + lead) + by * error * error;
        record.put("forecasts" + lead, forecasts);
        record.put("forecastsKept" + lead, kept);
        record.put("squares" + lead, squares);
        record.put("brier" + lead, forecasts == 0 ? null : squares / (1e8 * forecasts));
        record.put("brierOfPromise" + lead, forecasts == 0 ? null : 1 - (double) kept / forecasts);
    }

    /**
     * A supplier's record with its promises as they are by now.
     *
     * @return null if it is as it was told
     */
    @Nullable
    SupplierRecord afresh(ClusterBook book, String supplier, ClusterForecast forecast) {
        String cluster = book.cluster;
        SupplierRecord before = book.recordsTold.containsKey(supplier)
                ? book.recordsTold.get(supplier)
                : records.get(new SupplierKey(cluster, supplier).toString());
        SupplierPromises promises = forecast.promises(supplier);
        SupplierRecord record = of(cluster, supplier);
        record.put("promisesKept", promises.kept());
        record.put("promisesBroken", promises.broken());
        record.put("promisesWithdrawn", promises.withdrawn());
        record.put("promisesStanding", promises.standing());
        for (int lead : LeadRecord.RECORDED) {
            LeadRecord at = forecast.at(supplier, lead);
            record.put("stoodAt" + lead, at.supplierEnded());
            record.put("keptAt" + lead, at.supplierKept());
        }
        if (record.equals(before)) {
            return null;
        }
        records.put(key(record), record);
        return record;
    }

    private SupplierRecord of(String cluster, String supplier) {
        SupplierRecord kept = records.get(new SupplierKey(cluster, supplier).toString());
        SupplierRecord record = new SupplierRecord(); // whose numbers are 0
        record.put("cluster", cluster);
        record.put("supplier", supplier);
        if (kept != null) {
            kept.getSchema().getFields().forEach(field -> record.put(field.pos(), kept.get(field.pos())));
        }
        return record;
    }

    private static String key(SupplierRecord record) {
        return new SupplierKey(record.getCluster(), record.getSupplier()).toString();
    }
}
