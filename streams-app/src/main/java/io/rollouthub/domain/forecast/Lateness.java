package io.rollouthub.domain.forecast;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How late what was not kept came, or has not come yet (semantics 9.3). */
final class Lateness {
    private final Numbers late = new Numbers();
    private final Numbers open = new Numbers();

    /** So many have a number of days; and, summed up when it is asked for, so many at most that number. */
    private static final class Numbers {
        private int[] counts = new int[64];
        private int @Nullable [] sums;

        void add(int days, int count) {
            if (days >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(days + 1, 2 * counts.length));
            }
            counts[days] += count;
            sums = null;
        }

        int upTo(int days) {
            int[] summed = sums();
            return summed[Math.min(days, summed.length - 1)];
        }

        int beyond(int days) {
            int[] summed = sums();
            return summed[summed.length - 1] - upTo(days);
        }

        private int[] sums() {
            if (sums == null) {
                sums = counts.clone();
                Arrays.parallelPrefix(sums, Integer::sum);
            }
            return sums;
        }
    }

    /** Counts broken promises whose thing came so many days late, at least 1. */
    void came(int daysLate, int count) {
        late.add(daysLate, count);
    }

    /** Counts broken promises whose thing has been open for so many days, at least 1, since its date. */
    void isOpen(int days, int count) {
        open.add(days, count);
    }

    /** How many of those that break are at most so many days late, G(s). */
    double within(int days) {
        return days <= 0 ? 0 : within(late.upTo(days), late.beyond(days) + open.beyond(days), days);
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
}
