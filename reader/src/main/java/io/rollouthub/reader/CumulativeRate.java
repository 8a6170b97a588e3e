package io.rollouthub.reader;

import io.rollouthub.output.DeliveryRate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A cluster's month with the running sums over the months up to its end (semantics 8): no row of the topic carries them, as
 * each report would change those of all later months.
 *
 * @param rate the month's row
 * @param goLives sites live now whose live date lies in the month or before
 * @param planned site milestones whose baseline does
 * @param due site milestones whose due date does
 */
public record CumulativeRate(DeliveryRate rate, int goLives, int planned, int due) {

    /**
     * The months of whole clusters in order; rows of a supplier's or a release's part are left out.
     *
     * @param rates by key, with all months of each cluster
     */
    public static List<CumulativeRate> of(SortedMap<String, DeliveryRate> rates) {
        List<CumulativeRate> months = new ArrayList<>();
        for (DeliveryRate rate : rates.values()) {
            if (isWhole(rate)) {
                months.add(
                        months.isEmpty()
                                ? new CumulativeRate(rate, 0, 0, 0).plus(rate)
                                : months.get(months.size() - 1).plus(rate));
            }
        }
        return months;
    }

    private CumulativeRate plus(DeliveryRate next) {
        return next.getCluster().equals(rate.getCluster())
                ? new CumulativeRate(
                        next, goLives + next.getGoLives(), planned + next.getPlanned(), due + next.getDue())
                : new CumulativeRate(next, next.getGoLives(), next.getPlanned(), next.getDue());
    }

    /** If a row is of all that happened in a cluster's month, not of one supplier's or release's part in it. */
    public static boolean isWhole(DeliveryRate rate) {
        return rate.getSupplier() == null && rate.getProduct() == null;
    }
}
