package io.rollouthub.domain.forecast;

import io.rollouthub.domain.forecast.Counter.Ended;
import io.rollouthub.domain.forecast.Counter.Pending;
import io.rollouthub.domain.forecast.Counter.Withdrawn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a cluster's promises have ended, as of a day (semantics 9.1 to 9.3); it goes along with the cluster's counters. */
final class TrackRecord {
    /** With fewer promises ended there is no forecast of a date. */
    static final int LEAST_ENDED = 10;

    /** How much a wider record weighs, in promises. */
    private static final double WEIGHT = 10;

    final LocalDate today;
    private final Map<String, Record> bySupplier = new HashMap<>();
    private final Record all = new Record();
    final Lateness lateness = new Lateness();

    /** Promises of a supplier, or of all. */
    private static final class Record {
        private final Steps kept = new Steps();
        private final Steps ended = new Steps();
        private int keptInAll;
        private int endedInAll;
        private int withdrawn;
        private int standing;

        void end(boolean isKept, int from, int to, int count) {
            keptInAll += isKept ? count : 0;
            endedInAll += count;
            if (to > from) {
                return; // where clocks went back over midnight it may have ended on a day before the one it was made on
            }
            ended.add(from, to, count);
            if (isKept) {
                kept.add(from, to, count);
            }
        }

        AtLead at(int lead) {
            return new AtLead(kept.at(lead), ended.at(lead));
        }

        /** K and K + B. */
        record AtLead(int kept, int all) {}
    }

    /** How many promises stood at each lead, in differences from one lead to the next, and summed up as far as was asked. */
    private static final class Steps {
        private final int[] steps = new int[Days.MOST_LEAD + 2];
        private final int[] sums = new int[Days.MOST_LEAD + 2];
        private int summedTo = -1;

        void add(int from, int to, int count) {
            steps[to] += count;
            steps[from + 1] -= count;
            summedTo = Math.min(summedTo, to - 1);
        }

        int at(int lead) {
            while (summedTo < lead) {
                summedTo++;
                sums[summedTo] = steps[summedTo] + (summedTo == 0 ? 0 : sums[summedTo - 1]);
            }
            return sums[lead];
        }
    }

    /** Without a promise. */
    TrackRecord(LocalDate today) {
        this.today = today;
    }

    /** So many of something are there, or, if it is negative, are there no more. */
    void count(Counter counter, int count) {
        if (counter instanceof Ended ended) {
            end(ended.supplier(), ended.kept(), ended.from(), ended.to(), count);
            if (ended.daysLate() > 0) {
                lateness.came(ended.daysLate(), count);
            }
            open(ended.openSince(), count);
        } else if (counter instanceof Withdrawn withdrawn) {
            of(withdrawn.supplier()).withdrawn += count;
        } else if (counter instanceof Pending pending && pending.made() != null) {
            Promise promise = new Promise(pending.made(), pending.due(), pending.supplier());
            if (pending.standsOn(today)) {
                of(pending.supplier()).standing += count;
            } else if (promise.counts()) {
                end(pending.supplier(), false, promise.from(), 0, count);
                open(pending.due(), count);
            }
        }
    }

    private void end(String supplier, boolean kept, int from, int to, int count) {
        of(supplier).end(kept, from, to, count);
        all.end(kept, from, to, count);
    }

    private void open(@Nullable LocalDate due, int count) {
        if (due != null && due.isBefore(today)) {
            lateness.isOpen(Days.between(due, today), count);
        }
    }

    private Record of(String supplier) {
        return bySupplier.computeIfAbsent(supplier, name -> new Record());
    }

    int kept() {
        return all.keptInAll;
    }

    int ended() {
        return all.endedInAll;
    }

    int broken() {
        return ended() - kept();
    }

    /** Whether enough promises have ended for a forecast of a date. */
    boolean suffices() {
        return ended() >= LEAST_ENDED;
    }

    /** How promises at a lead were kept, by all and by a supplier. */
    LeadRecord at(String supplier, int lead) {
        Record.AtLead ofAll = all.at(lead);
        Record of = bySupplier.get(supplier);
        Record.AtLead ofSupplier = of == null ? new Record.AtLead(0, 0) : of.at(lead);
        return new LeadRecord(ofAll.kept(), ofAll.all(), ofSupplier.kept(), ofSupplier.all());
    }

    /** The probability that a promise with so many days to go is kept (9.2). */
    double willBeKept(String supplier, int lead) {
        return willBeKept(kept(), broken(), at(supplier, lead));
    }

    static double willBeKept(int kept, int broken, LeadRecord lead) {
        double base = (kept + 1.0) / (kept + broken + 2.0);
        double cluster = (lead.kept() + WEIGHT * base) / (lead.ended() + WEIGHT);
        return (lead.supplierKept() + WEIGHT * cluster) / (lead.supplierEnded() + WEIGHT);
    }

    /** What became of a supplier's promises, as of the day. */
    SupplierPromises promises(String supplier) {
        Record record = bySupplier.getOrDefault(supplier, new Record());
        return new SupplierPromises(
                record.keptInAll, record.endedInAll - record.keptInAll, record.withdrawn, record.standing);
    }
}
