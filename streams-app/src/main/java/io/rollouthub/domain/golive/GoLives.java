package io.rollouthub.domain.golive;

import io.rollouthub.domain.store.Table;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.state.GoLiveDay;
import io.rollouthub.state.GoLiveDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many sites of a cluster went live on which day, kept by month: one read answers for up to 31 days. */
public final class GoLives {
    private static final YearMonth FIRST = YearMonth.of(1990, 1);

    private final Table<GoLiveDays> months;

    public GoLives(Table<GoLiveDays> months) {
        this.months = months;
    }

    /** What a target has reached: how many go-lives match, and the date of the one that fulfils it, or null. */
    public record Reached(int progress, @Nullable LocalDate on) {}

    /** The go-lives of one calendar month. */
    public List<GoLiveDay> in(String cluster, YearMonth month) {
        GoLiveDays days = months.get(cluster + "/" + month);
        return days == null ? List.of() : days.getDays();
    }

    /** Counts one site more that is live since the go-live's date, or one less. */
    public void adjust(String cluster, GoLive goLive, int by) {
        YearMonth month = YearMonth.from(goLive.date());
        List<GoLiveDay> days = new ArrayList<>();
        int count = by;
        for (GoLiveDay day : in(cluster, month)) {
            if (goLive.equals(GoLive.of(day))) {
                count += day.getCount();
            } else {
                days.add(day);
            }
        }
        if (count > 0) {
            GoLiveDay day = new GoLiveDay(goLive.date(), goLive.supplier(), goLive.product(), goLive.release(), count);
            int place = 0;
            while (place < days.size() && days.get(place).getDate().isBefore(goLive.date())) {
                place++;
            }
            days.add(place, day);
        }
        if (days.isEmpty()) {
            months.remove(cluster + "/" + month);
        } else {
            months.put(cluster + "/" + month, new GoLiveDays(days));
        }
    }

    /** What a count of go-lives has reached (semantics 5). */
    public Reached reached(String cluster, CommitmentTarget.Count target) {
        int progress = 0;
        LocalDate on = null;
        LocalDate since = target.since();
        YearMonth from = since == null ? FIRST : YearMonth.from(since);
        for (GoLiveDay day : matching(cluster, from, target).toList()) {
            if (since == null || !day.getDate().isBefore(since)) {
                progress += day.getCount();
                on = on == null && progress >= target.count() ? day.getDate() : on;
            }
        }
        return new Reached(progress, on);
    }

    /** How many go-lives there are, dated in (after, upTo]. */
    public int within(String cluster, LocalDate after, LocalDate upTo) {
        return from(cluster, YearMonth.from(after))
                .filter(day -> isWithin(day, after, upTo))
                .mapToInt(GoLiveDay::getCount)
                .sum();
    }

    private static boolean isWithin(GoLiveDay day, LocalDate after, LocalDate upTo) {
        return day.getDate().isAfter(after) && !day.getDate().isAfter(upTo);
    }

    private Stream<GoLiveDay> matching(String cluster, YearMonth from, CommitmentTarget.Count target) {
        return from(cluster, from).filter(day -> target.matches(day.getProduct(), day.getRelease()));
    }

    private Stream<GoLiveDay> from(String cluster, YearMonth from) {
        return months.range(cluster + "/" + from, Table.endOf(cluster + "/"), Integer.MAX_VALUE).stream()
                .flatMap(month -> month.getValue().getDays().stream());
    }
}
