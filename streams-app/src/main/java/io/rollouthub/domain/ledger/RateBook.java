package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.ledger.Result.RateRow;
import io.rollouthub.domain.rate.EarnedSchedule;
import io.rollouthub.domain.rate.Months;
import io.rollouthub.domain.rate.Months.Figures;
import io.rollouthub.domain.rate.PartialRates;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.report.RateKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cluster's figures by month, and what was told of them before. */
final class RateBook {
    private final String cluster;
    private final Months months = new Months();
    private final PartialRates parts = new PartialRates();
    private NavigableMap<YearMonth, Figures> told = new TreeMap<>();
    private @Nullable YearMonth toldFrom;
    private @Nullable YearMonth toldUpTo;
    private int earned;
    /** Months that have other figures than were told. */
    private final SortedSet<YearMonth> moved = new TreeSet<>();

    RateBook(String cluster) {
        this.cluster = cluster;
    }

    /** Counts a site more that is live, or one less. */
    void count(GoLive goLive, int by) {
        parts.add(goLive, by);
        add(YearMonth.from(goLive.date()), new Figures(by, 0, 0));
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
        moved.add(month);
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

    /** The rows that differ from those told: parts of months that sites have entered or left, then whole months. */
    List<Result> takeMoved(YearMonth clockMonth) {
        List<Result> rows = new ArrayList<>();
        parts.takeMoved(cluster).forEach((key, row) -> rows.add(new RateRow(key, row)));
        if (!clockMonth.equals(toldUpTo) || !Objects.equals(months.first(), toldFrom)) {
            NavigableMap<YearMonth, Figures> before = told;
            told = months.shown(clockMonth);
            toldUpTo = clockMonth;
            toldFrom = months.first();
            rows.addAll(Rows.changed(before, told, this::row));
        } else {
            moved.forEach(month -> takeMoved(month, clockMonth, rows));
        }
        moved.clear();
        return rows;
    }

    private void takeMoved(YearMonth month, YearMonth clockMonth, List<Result> rows) {
        Figures figures = months.shown(month, clockMonth);
        Figures before = figures == null ? told.remove(month) : told.put(month, figures);
        if (!Objects.equals(before, figures)) {
            rows.add(row(month, figures));
        }
    }

    private Result row(YearMonth month, @Nullable Figures figures) {
        return new RateRow(
                RateKey.ofMonth(cluster, month).toString(),
                figures == null
                        ? null
                        : DeliveryRate.newBuilder()
                                .setCluster(cluster)
                                .setMonth(month.toString())
                                .setGoLives(figures.goLives())
                                .setPlanned(figures.planned())
                                .setDue(figures.due())
                                .build());
    }
}
