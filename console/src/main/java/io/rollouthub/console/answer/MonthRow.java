package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's calendar month.
 *
 * @param goLives null, as {@code cumulativeGoLives}, behind the month of the clock
 */
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
        DeliveryRate sums = null;
        for (YearMonth month = known.firstKey(); !month.isAfter(end); month = month.plusMonths(1)) {
            DeliveryRate rate = known.get(month);
            sums = rate == null ? sums : rate;
            boolean ahead = month.isAfter(now);
            rows.add(new MonthRow(
                    month.toString(),
                    ahead ? null : rate == null ? 0 : rate.getGoLives(),
                    rate == null ? 0 : number(rate.getPlanned()),
                    rate == null ? 0 : number(rate.getDue()),
                    ahead ? null : sums == null ? 0 : number(sums.getCumulativeGoLives()),
                    sums == null ? 0 : number(sums.getCumulativePlanned()),
                    sums == null ? 0 : number(sums.getCumulativeDue())));
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
}
