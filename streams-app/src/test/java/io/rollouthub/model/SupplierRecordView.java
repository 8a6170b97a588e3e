package io.rollouthub.model;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * §9.8: what a supplier's promises came to in a cluster.
 *
 * @param promisesWithdrawn ended uncounted by CANCELLED or WITHDRAWN
 * @param leads by H: 30, 90, 180
 */
public record SupplierRecordView(
        int promisesKept,
        int promisesBroken,
        int promisesWithdrawn,
        int promisesStanding,
        SortedMap<Integer, LeadView> leads) {

    static SupplierRecordView of(String supplier, Promises promises, Collection<ForecastView> forecasts) {
        int kept = 0;
        int broken = 0;
        int withdrawn = 0;
        int standing = 0;
        for (PromiseHistory history : promises.histories().values()) {
            for (EndedPromise ended : history.ended()) {
                boolean own = ended.promise().supplier().equals(supplier);
                kept += own && ended.kept() ? 1 : 0;
                broken += own && !ended.kept() ? 1 : 0;
            }
            for (Promise promise : history.withdrawn()) {
                withdrawn += promise.supplier().equals(supplier) ? 1 : 0;
            }
            Promise promise = history.standing();
            standing += promise != null && promise.supplier().equals(supplier) ? 1 : 0;
        }
        SortedMap<Integer, LeadView> leads = new TreeMap<>();
        for (int lead : HubRecord.LEADS) {
            leads.put(lead, lead(lead, supplier, promises, forecasts));
        }
        return new SupplierRecordView(kept, broken, withdrawn, standing, leads);
    }

    /** promises by the supplier of the promise, forecasts by the owner at the review. */
    private static LeadView lead(int h, String supplier, Promises promises, Collection<ForecastView> forecasts) {
        int decided = 0;
        int kept = 0;
        long squares = 0;
        for (ForecastView forecast : forecasts) {
            if (forecast.lead() == h
                    && forecast.owner().equals(supplier)
                    && forecast.outcome().decided()) {
                boolean asPromised = forecast.outcome() == Outcome.KEPT;
                decided++;
                kept += asPromised ? 1 : 0;
                squares += LeadView.square(forecast.score(), asPromised);
            }
        }
        return LeadView.of(promises.endedAt(h, supplier), promises.keptAt(h, supplier), decided, kept, squares);
    }
}
