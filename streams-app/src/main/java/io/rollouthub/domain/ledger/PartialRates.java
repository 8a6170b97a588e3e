package io.rollouthub.domain.ledger;

import io.rollouthub.output.DeliveryRate;
import io.rollouthub.state.GoLiveDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Go-lives of a month by supplier and by product and release (semantics 8). */
final class PartialRates {
    private PartialRates() {}

    /**
     * Publishes the parts of a month that have changed.
     *
     * @param key {@code <cluster>/<yyyy-MM>}
     * @param before the month's days before this journal entry
     */
    static void publish(String key, List<GoLiveDay> before, Parts parts) {
        int slash = key.indexOf('/');
        String cluster = key.substring(0, slash);
        YearMonth month = YearMonth.parse(key.substring(slash + 1));
        Map<String, DeliveryRate> was = rows(cluster, month, before);
        Map<String, DeliveryRate> is = rows(cluster, month, parts.goLives().in(cluster, month));
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String row : keys) {
            DeliveryRate rate = is.get(row);
            if (rate == null || !rate.equals(was.get(row))) {
                parts.outbox().rate(row, rate);
            }
        }
    }

    private static Map<String, DeliveryRate> rows(String cluster, YearMonth month, List<GoLiveDay> days) {
        Map<String, DeliveryRate> rows = new TreeMap<>();
        String path = cluster + "/" + month;
        for (GoLiveDay day : days) {
            rows.merge(
                    path + "/supplier/" + day.getSupplier(),
                    row(cluster, month, day, day.getSupplier(), null, null),
                    PartialRates::sum);
            rows.merge(
                    path + "/release/" + day.getProduct() + "/" + day.getRelease(),
                    row(cluster, month, day, null, day.getProduct(), day.getRelease()),
                    PartialRates::sum);
        }
        return rows;
    }

    private static DeliveryRate row(
            String cluster,
            YearMonth month,
            GoLiveDay day,
            @Nullable String supplier,
            @Nullable String product,
            @Nullable String release) {
        return new DeliveryRate(
                cluster, month.toString(), supplier, product, release, day.getCount(), null, null, null, null, null);
    }

    private static DeliveryRate sum(DeliveryRate one, DeliveryRate other) {
        return DeliveryRate.newBuilder(one)
                .setGoLives(one.getGoLives() + other.getGoLives())
                .build();
    }
}
