package io.rollouthub.domain.rate;

import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.report.RateKey;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Go-lives of a cluster's months by supplier and by product and release (semantics 8), and which of them have moved. */
public final class PartialRates {
    private final Map<Part, Integer> counts = new HashMap<>();
    private final Map<Part, Integer> told = new HashMap<>();

    /** A supplier's, or a release's, part of a month. */
    private record Part(
            YearMonth month,
            @Nullable String supplier,
            @Nullable String product,
            @Nullable String release) {
        String key(String cluster) {
            return (supplier == null
                            ? RateKey.ofRelease(
                                    cluster, month, Objects.requireNonNull(product), Objects.requireNonNull(release))
                            : RateKey.ofSupplier(cluster, month, supplier))
                    .toString();
        }

        DeliveryRate row(String cluster, int goLives) {
            return DeliveryRate.newBuilder()
                    .setCluster(cluster)
                    .setMonth(month.toString())
                    .setSupplier(supplier)
                    .setProduct(product)
                    .setRelease(release)
                    .setGoLives(goLives)
                    .build();
        }
    }

    /** Counts a site more that is live, or one less. */
    public void add(GoLive goLive, int by) {
        YearMonth month = YearMonth.from(goLive.date());
        add(new Part(month, goLive.supplier(), null, null), by);
        add(new Part(month, null, goLive.product(), goLive.release()), by);
    }

    private void add(Part part, int by) {
        int before = counts.getOrDefault(part, 0);
        told.putIfAbsent(part, before);
        if (before + by == 0) {
            counts.remove(part);
        } else {
            counts.put(part, before + by);
        }
    }

    /** The rows that differ from those of the last call, by key; null: there is none any more. */
    public SortedMap<String, @Nullable DeliveryRate> takeMoved(String cluster) {
        SortedMap<String, @Nullable DeliveryRate> moved = new TreeMap<>();
        told.forEach((part, before) -> {
            int now = counts.getOrDefault(part, 0);
            if (now != before) {
                moved.put(part.key(cluster), now == 0 ? null : part.row(cluster, now));
            }
        });
        told.clear();
        return moved;
    }
}
