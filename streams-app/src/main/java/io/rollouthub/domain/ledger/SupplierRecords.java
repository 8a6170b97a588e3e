package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.domain.forecast.SupplierPromises;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.report.SupplierKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each supplier's promises and the forecasts on its milestones, summed up in whole numbers (semantics 9.8). */
final class SupplierRecords {
    private static final int ONE = 10_000; // probabilities are kept in ten-thousandths

    /** By {@code <cluster>/<supplier>}: what has become of the forecasts, and all else as it was last told. */
    private final Map<String, SupplierRecord> records = new HashMap<>();

    private final Map<String, SupplierRecord> told = new HashMap<>();

    /** A forecast was kept before. */
    void restore(Forecast forecast) {
        count(of(forecast.getCluster(), forecast.getOwner()), forecast, 1);
    }

    /** A forecast has another outcome than before. */
    void move(ClusterBook book, Forecast before, Forecast after) {
        String supplier = before.getOwner();
        SupplierRecord record = of(book.cluster, supplier);
        book.recorded.add(supplier);
        count(record, before, -1);
        count(record, after, 1);
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
        SupplierPromises promises = forecast.promises(supplier);
        SupplierRecord record = of(book.cluster, supplier);
        record.put("promisesKept", promises.kept());
        record.put("promisesBroken", promises.broken());
        record.put("promisesWithdrawn", promises.withdrawn());
        record.put("promisesStanding", promises.standing());
        for (int lead : LeadRecord.RECORDED) {
            LeadRecord at = forecast.at(supplier, lead);
            record.put("stoodAt" + lead, at.supplierEnded());
            record.put("keptAt" + lead, at.supplierKept());
        }
        String key = new SupplierKey(book.cluster, supplier).toString();
        if (record.equals(told.get(key))) {
            return null;
        }
        SupplierRecord copy = SupplierRecord.newBuilder(record).build();
        told.put(key, copy);
        return copy;
    }

    private SupplierRecord of(String cluster, String supplier) {
        return records.computeIfAbsent(new SupplierKey(cluster, supplier).toString(), key -> {
            SupplierRecord record = new SupplierRecord(); // whose numbers are 0
            record.put("cluster", cluster);
            record.put("supplier", supplier);
            return record;
        });
    }
}
