package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.CumulativeRate;
import io.rollouthub.report.ClusterKeys;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private static final int MOST_AFTER_PLANS = 12;
    private static final int MOST_AHEAD = 120;

    /**
     * The months of a cluster without gaps: from the first of any rate to that of the last plan or of the last forecast, if
     * that is no more than a year later; at most ten years behind the clock.
     */
    static List<MonthRow> of(Board board, String cluster) {
        YearMonth now = now(board, cluster);
        TreeMap<YearMonth, CumulativeRate> known = new TreeMap<>();
        for (CumulativeRate month :
                CumulativeRate.of(ClusterKeys.of(board.results().rates(), cluster))) {
            known.put(YearMonth.parse(month.rate().getMonth()), month);
        }
        List<MonthRow> rows = new ArrayList<>();
        if (known.isEmpty() || now == null) {
            return rows;
        }
        YearMonth end = end(board, cluster, now, known.lastKey());
        for (YearMonth month = known.firstKey(); !month.isAfter(end); month = month.plusMonths(1)) {
            CumulativeRate sums =
                    Objects.requireNonNull(known.floorEntry(month)).getValue();
            DeliveryRate rate = known.containsKey(month) ? sums.rate() : null;
            boolean ahead = month.isAfter(now);
            rows.add(new MonthRow(
                    month.toString(),
                    ahead ? null : rate == null ? 0 : rate.getGoLives(),
                    rate == null ? 0 : rate.getPlanned(),
                    rate == null ? 0 : rate.getDue(),
                    ahead ? null : Integer.valueOf(sums.goLives()),
                    sums.planned(),
                    sums.due()));
        }
        return rows;
    }

    private static YearMonth end(Board board, String cluster, YearMonth now, YearMonth lastPlan) {
        YearMonth last = lastPlan.isAfter(now) ? lastPlan : now;
        YearMonth forecast = ClusterKeys.of(board.results().milestones(), cluster).values().stream()
                .map(one -> one.getP85() == null || one.getCount() != null ? one.getDue() : one.getP85())
                .map(YearMonth::from)
                .filter(month -> !month.isAfter(last.plusMonths(MOST_AFTER_PLANS)))
                .max(Comparator.naturalOrder())
                .orElse(last);
        YearMonth end = forecast.isAfter(last) ? forecast : last;
        YearMonth most = now.plusMonths(MOST_AHEAD);
        return end.isAfter(most) ? most : end;
    }

    /** The month of a cluster's clock; null if nothing was reported on it. */
    static @Nullable YearMonth now(Board board, String cluster) {
        ClusterStatus status = board.results().clusters().get(cluster);
        return status == null ? null : YearMonth.from(status.getToday());
    }

    /**
     * Go-lives summed up by the end of each month, in lists of one length.
     *
     * @param baseline by the first dates planned
     * @param currentPlan by the dates planned now
     * @param actual null behind the month of the clock
     * @param likely those live, and sites that are by then with 50 % each by its own record; null before the month of the
     *     clock and without a forecast
     * @param sure the same with 85 %
     */
    public record BurnUp(
            List<String> months,
            List<Integer> baseline,
            List<Integer> currentPlan,
            List<@Nullable Integer> actual,
            List<@Nullable Integer> likely,
            List<@Nullable Integer> sure) {

        /** A cluster's by its months without gaps and by the forecasts of its sites. */
        static BurnUp of(List<MonthRow> months, @Nullable YearMonth now, Collection<MilestoneState> milestones) {
            return new BurnUp(
                    months.stream().map(MonthRow::month).toList(),
                    months.stream().map(MonthRow::cumulativePlanned).toList(),
                    months.stream().map(MonthRow::cumulativeDue).toList(),
                    months.stream().map(MonthRow::cumulativeGoLives).toList(),
                    foreseen(months, now, milestones, MilestoneState::getP50),
                    foreseen(months, now, milestones, MilestoneState::getP85));
        }

        /** What is live and what comes to it by one of the dates of each site; nulls if no site has such a date. */
        private static List<@Nullable Integer> foreseen(
                List<MonthRow> months,
                @Nullable YearMonth now,
                Collection<MilestoneState> milestones,
                Function<MilestoneState, @Nullable LocalDate> date) {
            List<String> dated = milestones.stream()
                    .filter(one -> one.getKind() == MilestoneKind.GO_LIVE)
                    .flatMap(one -> Stream.ofNullable(date.apply(one)))
                    .map(day -> YearMonth.from(day).toString())
                    .sorted()
                    .toList();
            List<@Nullable Integer> foreseen = new ArrayList<>();
            int live = 0;
            int come = 0;
            for (MonthRow month : months) {
                live = month.cumulativeGoLives() == null ? live : month.cumulativeGoLives();
                while (come < dated.size() && dated.get(come).compareTo(month.month()) <= 0) {
                    come++;
                }
                boolean ahead = now != null && month.month().compareTo(now.toString()) >= 0;
                foreseen.add(ahead && !dated.isEmpty() ? Integer.valueOf(live + come) : null);
            }
            return foreseen;
        }
    }
}
