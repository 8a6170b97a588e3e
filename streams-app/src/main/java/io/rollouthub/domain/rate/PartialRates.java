package io.rollouthub.domain.rate;

import io.rollouthub.output.DeliveryRate;
import io.rollouthub.state.GoLiveDay;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Go-lives of a month by supplier and by product and release (semantics 8). */
public final class PartialRates {
    private PartialRates() {}

    /** The rows of a month with these days, by key. */
    public static SortedMap<String, DeliveryRate> of(String cluster, YearMonth month, Collection<GoLiveDay> days) {
        SortedMap<String, DeliveryRate> rows = new TreeMap<>();
        String path = cluster + "/" + month;
        for (GoLiveDay day : days) {
            DeliveryRate.Builder row = DeliveryRate.newBuilder()
                    .setCluster(cluster)
                    .setMonth(month.toString())
                    .setGoLives(day.getCount());
            rows.merge(
                    path + "/supplier/" + day.getSupplier(),
                    DeliveryRate.newBuilder(row).setSupplier(day.getSupplier()).build(),
                    PartialRates::sum);
            rows.merge(
                    path + "/release/" + day.getProduct() + "/" + day.getRelease(),
                    row.setProduct(day.getProduct())
                            .setRelease(day.getRelease())
                            .build(),
                    PartialRates::sum);
        }
        return rows;
    }

    private static DeliveryRate sum(DeliveryRate one, DeliveryRate other) {
        return DeliveryRate.newBuilder(one)
                .setGoLives(one.getGoLives() + other.getGoLives())
                .build();
    }
}
