package io.rollouthub.domain.forecast;

import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How late what was not kept came, or has not come yet (semantics 9.3). */
final class Lateness {
    private final NavigableMap<Integer, Integer> late = new TreeMap<>();
    private final NavigableMap<Integer, Integer> open = new TreeMap<>();
    private boolean summed;

    /** Counts broken promises whose thing came so many days late, at least 1. */
    void came(int daysLate, int count) {
        late.merge(daysLate, count, Integer::sum);
    }

    /** Counts broken promises whose thing has been open for so many days, at least 1, since its date. */
    void isOpen(int days, int count) {
        open.merge(days, count, Integer::sum);
    }

    /** How many of those that break are at most so many days late, G(s). Nothing is counted any more once this was asked. */
    double within(int days) {
        if (!summed) {
            sum(late);
            sum(open);
            summed = true;
        }
        int by = upTo(days, late);
        return within(by, upTo(Integer.MAX_VALUE, late) - by + upTo(Integer.MAX_VALUE, open) - upTo(days, open), days);
    }

    /**
     * The same from numbers.
     *
     * @param by R(s), how many came at most so many days late
     * @param not U(s), how many came later, or are open for longer
     */
    static double within(int by, int not, int days) {
        return days <= 0 ? 0 : (by + 2 * (days / (days + 30.0))) / (by + not + 2.0);
    }

    private static void sum(NavigableMap<Integer, Integer> counts) {
        int sum = 0;
        for (Entry<Integer, Integer> count : counts.entrySet()) {
            sum += count.getValue();
            count.setValue(sum);
        }
    }

    private static int upTo(int days, NavigableMap<Integer, Integer> sums) {
        Entry<Integer, Integer> last = sums.floorEntry(days);
        return last == null ? 0 : last.getValue();
    }
}
