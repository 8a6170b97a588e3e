package io.rollouthub.bench.flink;

import io.rollouthub.output.Status;
import java.time.LocalDate;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/** What the peer keeps of the cluster at hand, in Flink's keyed state. */
final class KeptCluster {
    /** The key of the totals that are the cluster's own, and no supplier's. */
    static final String ALL = "";

    private static final int MONTH = "2026-11".length();

    final MapState<String, KeptFact> facts;
    final MapState<String, MonthCounts> months;
    final MapState<String, Totals> totals;
    final MapState<Integer, Integer> goLives;

    KeptCluster(RuntimeContext context) {
        facts = context.getMapState(new MapStateDescriptor<>("facts", String.class, KeptFact.class));
        months = context.getMapState(new MapStateDescriptor<>("months", String.class, MonthCounts.class));
        totals = context.getMapState(new MapStateDescriptor<>("totals", String.class, Totals.class));
        goLives = context.getMapState(new MapStateDescriptor<>("go-lives", Integer.class, Integer.class));
    }

    Totals totals(String supplier) throws Exception {
        Totals found = totals.get(supplier);
        return found == null ? new Totals() : found;
    }

    /** Counts a fact as it is, or takes it out as it was counted, and notes the months that this changes. */
    void count(KeptFact fact, int by, Set<String> changed) throws Exception {
        if (fact.isMilestone() && !fact.status.isEmpty()) {
            count(ALL, fact, by);
            count(fact.owner, fact, by);
        }
        if (!fact.isSite()) {
            return;
        }
        if (fact.live != KeptFact.NONE) {
            Totals all = totals(ALL);
            all.live += by;
            all.livePlanned += fact.isMilestone() ? by : 0;
            totals.put(ALL, all);
            Integer day = goLives.get(fact.live);
            goLives.put(fact.live, (day == null ? 0 : day) + by);
            countMonth(fact, fact.live, new int[] {by, 0, 0}, changed);
        }
        if (fact.isMilestone() && !fact.withdrawn) {
            Totals all = totals(ALL);
            all.planned += by;
            totals.put(ALL, all);
            countMonth(fact, fact.baseline, new int[] {0, by, 0}, changed);
            countMonth(fact, fact.due, new int[] {0, 0, by}, changed);
        }
    }

    private void count(String supplier, KeptFact fact, int by) throws Exception {
        Totals counted = totals(supplier);
        counted.count(Status.valueOf(fact.status), by);
        totals.put(supplier, counted);
    }

    /** Go-lives of a month are counted for all, for the supplier and for the release; plans for all. */
    private void countMonth(KeptFact fact, int day, int[] by, Set<String> changed) throws Exception {
        String month = LocalDate.ofEpochDay(day).toString().substring(0, MONTH);
        add(month, by, changed);
        if (by[0] != 0) {
            add(month + "/" + fact.livedBy, by, changed);
            add(month + "/" + fact.product + "/" + fact.release, by, changed);
        }
    }

    private void add(String key, int[] by, Set<String> changed) throws Exception {
        MonthCounts found = months.get(key);
        MonthCounts counts = found == null ? new MonthCounts() : found;
        counts.goLives += by[0];
        counts.planned += by[1];
        counts.due += by[2];
        months.put(key, counts);
        changed.add(key);
    }

    /** How many go-lives are dated from one day to another. */
    int goLives(int from, int to) throws Exception {
        int sum = 0;
        for (int day = from; day <= to; day++) {
            Integer found = goLives.get(day);
            sum += found == null ? 0 : found;
        }
        return sum;
    }
}
