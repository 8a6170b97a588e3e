package io.rollouthub.domain.forecast;

import java.util.Arrays;

/** How late what was not kept came, or has not come yet (semantics 9.3). */
final class Lateness {
    private int[] late = new int[64];
    private int[] open = new int[64];
    private boolean summed;

    /** Counts broken promises whose thing came so many days late, at least 1. */
    void came(int daysLate, int count) {
        late = withRoomFor(daysLate, late);
        late[daysLate] += count;
    }

    /** Counts broken promises whose thing has been open for so many days, at least 1, since its date. */
    void isOpen(int days, int count) {
        open = withRoomFor(days, open);
        open[days] += count;
    }

    /** How many of those that break are at most so many days late, G(s). Nothing is counted any more once this was asked. */
    double within(int days) {
        if (days <= 0) {
            return 0;
        }
        if (!summed) {
            Arrays.parallelPrefix(late, Integer::sum);
            Arrays.parallelPrefix(open, Integer::sum);
            summed = true;
        }
        int by = upTo(days, late);
        return within(by, late[late.length - 1] - by + open[open.length - 1] - upTo(days, open), days);
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

    private static int[] withRoomFor(int days, int[] counts) {
        return days < counts.length ? counts : Arrays.copyOf(counts, Math.max(days + 1, 2 * counts.length));
    }

    private static int upTo(int days, int[] sums) {
        return sums[Math.min(days, sums.length - 1)];
    }
}
