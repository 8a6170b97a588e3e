package io.rollouthub.domain.ledger;

import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.rate.Months.Figures;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.state.GoLiveDay;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one journal entry changes: books are opened once and written back at its end, when every figure that moved is
 * published once.
 */
final class Session {
    private final Parts parts;
    private final Rules rules;
    private final Instant tick;
    private final Map<String, Opened> clusters = new TreeMap<>();
    private final Map<String, SupplierBook> suppliers = new TreeMap<>();
    private final Set<String> milestones = new TreeSet<>();
    private final Map<String, List<GoLiveDay>> days = new LinkedHashMap<>();

    private record Opened(ClusterBook book, RateRows before) {}

    /**
     * @param tick the journal's latest tick before this entry
     */
    Session(Parts parts, Rules rules, Instant tick) {
        this.parts = parts;
        this.rules = rules;
        this.tick = tick;
    }

    Rules rules() {
        return rules;
    }

    ClusterBook cluster(String cluster) {
        return clusters.computeIfAbsent(cluster, this::open).book();
    }

    private Opened open(String cluster) {
        ClusterBook book = new ClusterBook(cluster, parts.tables().clusters().get(cluster), tick);
        return new Opened(book, RateRows.before(book, rules.time()));
    }

    /** Moves the clocks of the clusters in hand on; the others follow the tick. */
    void reach(Instant instant) {
        clusters.values().forEach(opened -> opened.book().reach(instant));
    }

    SupplierBook supplier(String cluster, String supplier) {
        return suppliers.computeIfAbsent(
                cluster + "/" + supplier,
                key -> new SupplierBook(
                        cluster, supplier, parts.tables().suppliers().get(key)));
    }

    /** Notes that a milestone's state has changed or gone. */
    void changed(String milestoneKey) {
        milestones.add(milestoneKey);
    }

    /** Counts a site more that is live, or one less. */
    void adjust(String cluster, GoLive goLive, int by) {
        YearMonth month = YearMonth.from(goLive.date());
        days.computeIfAbsent(cluster + "/" + month, key -> parts.goLives().in(cluster, month));
        parts.goLives().adjust(cluster, goLive, by);
        cluster(cluster).months.add(month, new Figures(by, 0, 0));
    }

    /** Writes the books back and publishes what has moved. */
    void close() {
        Tables tables = parts.tables();
        Outbox outbox = parts.outbox();
        for (String key : milestones) {
            MilestoneState state = tables.milestones().get(key);
            outbox.milestone(
                    key,
                    state == null
                            ? null
                            : parts.assessment()
                                    .withDates(
                                            state,
                                            rules.time(),
                                            cluster(state.getCluster()).observedOn(rules.time())));
        }
        days.forEach((key, before) -> PartialRates.publish(key, before, parts));
        suppliers.forEach((key, book) -> {
            tables.suppliers().put(key, book.status());
            outbox.supplier(book.status());
        });
        clusters.forEach((cluster, opened) -> {
            tables.clusters().put(cluster, opened.book().kept());
            opened.before().publish(opened.book(), rules.time(), outbox);
            outbox.cluster(ClusterFigures.of(opened.book(), rules.time(), parts.goLives()));
        });
    }
}
