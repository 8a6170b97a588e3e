package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.ledger.Result.RateRow;
import io.rollouthub.domain.rate.EarnedSchedule;
import io.rollouthub.domain.rate.Months;
import io.rollouthub.domain.rate.Months.Figures;
import io.rollouthub.domain.rate.PartialRates;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.GoLiveDay;
import io.rollouthub.state.MonthFigures;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster's figures by month while a journal entry is applied, and what was told of them before. */
final class RateBook {
    private final String cluster;
    private final List<MonthFigures> told;
    private final YearMonth toldUpTo;
    private final Map<YearMonth, List<GoLiveDay>> daysTold = new LinkedHashMap<>();
    private final Months months;
    private int earned;
    private boolean counted;

    /** @param month up to which rows were told, though they be empty: the clock's before the entry */
    RateBook(String cluster, @Nullable ClusterState kept, YearMonth month) {
        this.cluster = cluster;
        this.told = kept == null ? List.of() : kept.getMonths();
        this.toldUpTo = month;
        this.months = Months.of(told);
        this.earned = kept == null ? 0 : kept.getEarned();
    }

    /** Counts a site more that is live, or one less. */
    void count(GoLives goLives, GoLive goLive, int by) {
        YearMonth month = YearMonth.from(goLive.date());
        daysTold.computeIfAbsent(month, it -> goLives.in(cluster, it));
        goLives.adjust(cluster, goLive, by);
        add(month, new Figures(by, 0, 0));
    }

    /** Counts the plan of a site, or takes it away. */
    void count(Fact site, int by) {
        if (site.baseline() == null || site.due() == null) {
            return;
        }
        if (!site.withdrawn()) {
            add(YearMonth.from(site.baseline()), new Figures(0, by, 0));
            add(YearMonth.from(site.due()), new Figures(0, 0, by));
        }
        if (site.achieved() != null) {
            earned += by;
        }
    }

    private void add(YearMonth month, Figures change) {
        months.add(month, change);
        counted = true;
    }

    /** Sites that are live now and have a baseline. */
    int earned() {
        return earned;
    }

    int live() {
        return months.goLives();
    }

    int planned() {
        return months.planned();
    }

    @Nullable
    EarnedSchedule schedule(YearMonth month) {
        return EarnedSchedule.of(months, earned, month);
    }

    /** The figures as they are kept. */
    List<MonthFigures> kept() {
        return counted ? months.kept() : told;
    }

    /** The parts of those months that sites have entered or left. */
    List<Result> parts(GoLives goLives) {
        List<Result> changed = new ArrayList<>();
        daysTold.forEach((month, days) -> changed.addAll(Rows.changed(
                PartialRates.of(cluster, month, days),
                PartialRates.of(cluster, month, goLives.in(cluster, month)),
                RateRow::new)));
        return changed;
    }

    /** The months that differ from those told. */
    List<Result> rows(YearMonth month) {
        return month.equals(toldUpTo) && kept().equals(told)
                ? List.of()
                : Rows.changed(Months.of(told).rows(cluster, toldUpTo), months.rows(cluster, month), RateRow::new);
    }
}
