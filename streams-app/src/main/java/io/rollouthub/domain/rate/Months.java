package io.rollouthub.domain.rate;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        YearMonth last = null;
        for (Map.Entry<YearMonth, Figures> month : byMonth.entrySet()) {
            if (month.getValue().planned() > 0) {
                if (last != null) {
                    planned.addAll(Collections.nCopies(periods(last, month.getKey()) - 2, 0));
                }
                planned.add(month.getValue().planned());
                last = month.getKey();
            }
        }
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

    /**
     * The months that are shown: every one from the first to the clock's, later ones where something is planned or due.
     */
    public NavigableMap<YearMonth, Figures> shown(YearMonth clockMonth) {
        NavigableMap<YearMonth, Figures> shown = new TreeMap<>();
        present(clockMonth).forEach(month -> shown.put(month, byMonth.getOrDefault(month, Figures.NONE)));
        return shown;
    }

    /** A month's figures as they are among those that are shown; null: it is not. */
    public @Nullable Figures shown(YearMonth month, YearMonth clockMonth) {
        boolean isBetween = !byMonth.isEmpty() && !month.isBefore(byMonth.firstKey()) && !month.isAfter(clockMonth);
        return byMonth.getOrDefault(month, isBetween ? Figures.NONE : null);
    }

    /** The first month in which something is not 0; null: there is none. */
    public @Nullable YearMonth first() {
        return byMonth.isEmpty() ? null : byMonth.firstKey();
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
