package io.rollouthub.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** §8: delivery rates by calendar month. */
final class Rates {
    private static final SortedMap<String, Integer> NONE = Collections.emptySortedMap();

    private final Facts facts;
    private final YearMonth clockMonth;

    Rates(Moment moment) {
        facts = moment.facts();
        clockMonth = YearMonth.from(moment.today());
    }

    SortedMap<YearMonth, MonthView> months() {
        SortedMap<YearMonth, Integer> goLives = new TreeMap<>();
        for (GoLive goLive : facts.goLives()) {
            count(goLives, goLive.date());
        }
        SortedMap<YearMonth, Integer> planned = siteMilestones(Milestone::baseline);
        SortedMap<YearMonth, Integer> due = siteMilestones(Milestone::due);
        Map<YearMonth, SortedMap<String, Integer>> bySupplier = parts(GoLive::supplier);
        Map<YearMonth, SortedMap<String, Integer>> byRelease =
                parts(goLive -> goLive.product() + "/" + goLive.release());

        SortedMap<YearMonth, MonthView> months = new TreeMap<>();
        int goLivesSoFar = 0;
        int plannedSoFar = 0;
        int dueSoFar = 0;
        for (YearMonth month : present(goLives, planned, due)) {
            int goLivesNow = goLives.getOrDefault(month, 0);
            int plannedNow = planned.getOrDefault(month, 0);
            int dueNow = due.getOrDefault(month, 0);
            goLivesSoFar += goLivesNow;
            plannedSoFar += plannedNow;
            dueSoFar += dueNow;
            months.put(
                    month,
                    new MonthView(
                            goLivesNow,
                            plannedNow,
                            dueNow,
                            goLivesSoFar,
                            plannedSoFar,
                            dueSoFar,
                            bySupplier.getOrDefault(month, NONE),
                            byRelease.getOrDefault(month, NONE)));
        }
        return months;
    }

    /** Site milestones not withdrawn, by the month of a date of theirs. */
    private SortedMap<YearMonth, Integer> siteMilestones(Function<Milestone, LocalDate> date) {
        SortedMap<YearMonth, Integer> counts = new TreeMap<>();
        for (Milestone milestone : facts.milestones().values()) {
            if (milestone.isGoLive() && !milestone.plan().withdrawn) {
                count(counts, date.apply(milestone));
            }
        }
        return counts;
    }

    /** From the first month where one is not 0 to the clock's month; later months where one is not 0. */
    private SortedSet<YearMonth> present(
            SortedMap<YearMonth, Integer> goLives,
            SortedMap<YearMonth, Integer> planned,
            SortedMap<YearMonth, Integer> due) {
        SortedSet<YearMonth> present = new TreeSet<>(goLives.keySet());
        present.addAll(planned.keySet());
        present.addAll(due.keySet());
        if (!present.isEmpty()) {
            for (YearMonth month = present.first(); !month.isAfter(clockMonth); month = month.plusMonths(1)) {
                present.add(month);
            }
        }
        return present;
    }

    /** By month, the go-lives of each part. */
    private Map<YearMonth, SortedMap<String, Integer>> parts(Function<GoLive, String> part) {
        Map<YearMonth, SortedMap<String, Integer>> parts = new HashMap<>();
        for (GoLive goLive : facts.goLives()) {
            parts.computeIfAbsent(YearMonth.from(goLive.date()), month -> new TreeMap<>())
                    .merge(part.apply(goLive), 1, Integer::sum);
        }
        return parts;
    }

    private static void count(SortedMap<YearMonth, Integer> counts, LocalDate date) {
        counts.merge(YearMonth.from(date), 1, Integer::sum);
    }
}
