package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.explain.Exposure;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster's calendar month; behind that of the clock goLives and their sum are null. */
public record MonthRow(
        String month,
        @Nullable Integer goLives,
        int planned,
        int due,
        @Nullable Integer cumulativeGoLives,
        int cumulativePlanned,
        int cumulativeDue) {
    private static final int LEAST_AHEAD = 12;
    private static final int MOST_AHEAD = 120;

    /**
     * The months of a cluster without gaps: from the first of any rate to that of the last plan, at least a year and at
     * most ten behind the clock.
     */
    static List<MonthRow> of(Board board, String cluster) {
        YearMonth now = now(board, cluster);
        TreeMap<YearMonth, DeliveryRate> known = new TreeMap<>();
        for (DeliveryRate rate : Board.in(board.results().rates(), cluster).values()) {
            if (rate.getPlanned() != null) { // else it is of a part of the cluster
                known.put(YearMonth.parse(rate.getMonth()), rate);
            }
        }
        List<MonthRow> rows = new ArrayList<>();
        if (known.isEmpty() || now == null) {
            return rows;
        }
        YearMonth last = known.lastKey();
        YearMonth least = now.plusMonths(LEAST_AHEAD);
        YearMonth most = now.plusMonths(MOST_AHEAD);
        YearMonth end = last.isBefore(least) ? least : last.isAfter(most) ? most : last;
        for (YearMonth month = known.firstKey(); !month.isAfter(end); month = month.plusMonths(1)) {
            DeliveryRate rate = known.get(month);
            DeliveryRate sums = Objects.requireNonNull(known.floorEntry(month)).getValue();
            boolean ahead = month.isAfter(now);
            rows.add(new MonthRow(
                    month.toString(),
                    ahead ? null : rate == null ? 0 : rate.getGoLives(),
                    rate == null ? 0 : number(rate.getPlanned()),
                    rate == null ? 0 : number(rate.getDue()),
                    ahead ? null : number(sums.getCumulativeGoLives()),
                    number(sums.getCumulativePlanned()),
                    number(sums.getCumulativeDue())));
        }
        return rows;
    }

    /** The month of a cluster's clock; null if nothing was reported on it. */
    static @Nullable YearMonth now(Board board, String cluster) {
        ClusterStatus status = board.results().clusters().get(cluster);
        return status == null ? null : YearMonth.from(status.getToday());
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /**
     * Go-lives summed up by the end of each month, in lists of one length.
     *
     * @param baseline by the first dates planned
     * @param currentPlan by the dates planned now
     * @param actual null behind the month of the clock
     * @param p50 reached with a probability of 50 %; null before the month of the clock and without a forecast
     * @param p85 reached with a probability of 85 %
     */
    public record BurnUp(
            List<String> months,
            List<Integer> baseline,
            List<Integer> currentPlan,
            List<@Nullable Integer> actual,
            List<@Nullable Integer> p50,
            List<@Nullable Integer> p85) {

        /** A cluster's by its months without gaps and by what its forecast goes by; null: there is none. */
        static BurnUp of(List<MonthRow> months, @Nullable YearMonth now, @Nullable Exposure exposure) {
            List<@Nullable Integer> actual = new ArrayList<>();
            List<@Nullable Integer> p50 = new ArrayList<>();
            List<@Nullable Integer> p85 = new ArrayList<>();
            int live = 0;
            for (MonthRow month : months) {
                MonthRow last = months.get(months.size() - 1);
                live = month.cumulativeGoLives() == null ? live : month.cumulativeGoLives();
                int most = Math.max(0, Math.max(last.cumulativePlanned(), last.cumulativeDue()) - live);
                boolean ahead = now != null
                        && exposure != null
                        && !YearMonth.parse(month.month()).isBefore(now);
                actual.add(month.cumulativeGoLives());
                p50.add(ahead ? live + sure(exposure, 0.50, most, month.month()) : null);
                p85.add(ahead ? live + sure(exposure, 0.85, most, month.month()) : null);
            }
            return new BurnUp(
                    months.stream().map(MonthRow::month).toList(),
                    months.stream().map(MonthRow::cumulativePlanned).toList(),
                    months.stream().map(MonthRow::cumulativeDue).toList(),
                    actual,
                    p50,
                    p85);
        }

        /** The highest number, of those planned, that is reached by the end of a month with a probability. */
        private static int sure(@Nullable Exposure exposure, double probability, int most, String month) {
            int sure = 0;
            int above = most + 1;
            while (exposure != null && above - sure > 1) {
                int middle = (sure + above) / 2;
                if (exposure.probabilityOf(middle, YearMonth.parse(month).atEndOfMonth()) >= probability) {
                    sure = middle;
                } else {
                    above = middle;
                }
            }
            return sure;
        }
    }
}
