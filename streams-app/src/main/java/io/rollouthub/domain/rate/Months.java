package io.rollouthub.domain.rate;

import io.rollouthub.output.DeliveryRate;
import io.rollouthub.state.MonthFigures;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A cluster's figures by month (semantics 8): only months in which something is not 0. */
public final class Months {
    private final NavigableMap<YearMonth, Figures> byMonth = new TreeMap<>();

    /** One month's figures; each a number of sites. */
    public record Figures(int goLives, int planned, int due) {
        static final Figures NONE = new Figures(0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(goLives + other.goLives, planned + other.planned, due + other.due);
        }
    }

    public static Months of(Collection<MonthFigures> kept) {
        Months months = new Months();
        kept.forEach(month -> months.byMonth.put(
                month(month.getMonth()), new Figures(month.getGoLives(), month.getPlanned(), month.getDue())));
        return months;
    }

    /** Read by hand, {@code yyyy-MM}: it is done for every entry, and a formatter takes its time. */
    private static YearMonth month(String text) {
        return YearMonth.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10));
    }

    /** The figures as they are kept. */
    public List<MonthFigures> kept() {
        List<MonthFigures> kept = new ArrayList<>();
        byMonth.forEach((month, figures) ->
                kept.add(new MonthFigures(month.toString(), figures.goLives(), figures.planned(), figures.due())));
        return kept;
    }

    /** Adds to a month's figures; the changes may be negative. */
    public void add(YearMonth month, Figures change) {
        Figures sum = byMonth.getOrDefault(month, Figures.NONE).plus(change);
        if (sum.equals(Figures.NONE)) {
            byMonth.remove(month);
        } else {
            byMonth.put(month, sum);
        }
    }

    /** All sites that are live. */
    public int goLives() {
        return byMonth.values().stream().mapToInt(Figures::goLives).sum();
    }

    /** All site milestones that are not withdrawn. */
    public int planned() {
        return byMonth.values().stream().mapToInt(Figures::planned).sum();
    }

    /** Planned sites by period: one for each month from the first that has a plan to the last that has one. */
    public List<Integer> plannedByPeriod() {
        List<Integer> planned = new ArrayList<>();
        byMonth.forEach((month, figures) -> {
            if (figures.planned() > 0) {
                while (!planned.isEmpty() && planned.size() < periods(firstPlanned(), month) - 1) {
                    planned.add(0);
                }
                planned.add(figures.planned());
            }
        });
        return planned;
    }

    /** How many periods from one month to another, both included; not positive if the other is earlier. */
    static int periods(YearMonth first, YearMonth last) {
        return (int) ChronoUnit.MONTHS.between(first, last) + 1;
    }

    /** The first month with a plan; only if there is one. */
    YearMonth firstPlanned() {
        return byMonth.entrySet().stream()
                .filter(month -> month.getValue().planned() > 0)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Published rows by key: every month from the first to the clock's, later ones where something is planned or due. */
    public NavigableMap<String, DeliveryRate> rows(String cluster, YearMonth clockMonth) {
        NavigableMap<String, DeliveryRate> rows = new TreeMap<>();
        for (YearMonth month : present(clockMonth)) {
            Figures figures = byMonth.getOrDefault(month, Figures.NONE);
            rows.put(
                    cluster + "/" + month,
                    DeliveryRate.newBuilder()
                            .setCluster(cluster)
                            .setMonth(month.toString())
                            .setGoLives(figures.goLives())
                            .setPlanned(figures.planned())
                            .setDue(figures.due())
                            .build());
        }
        return rows;
    }

    private List<YearMonth> present(YearMonth clockMonth) {
        List<YearMonth> present = new ArrayList<>();
        if (!byMonth.isEmpty()) {
            for (YearMonth month = byMonth.firstKey(); !month.isAfter(clockMonth); month = month.plusMonths(1)) {
                present.add(month);
            }
            present.addAll(byMonth.tailMap(clockMonth, false).keySet());
        }
        return present;
    }
}
