package io.rollouthub.domain.forecast;

import io.rollouthub.domain.forecast.Counter.Appeared;
import io.rollouthub.domain.forecast.Counter.Baseline;
import io.rollouthub.domain.forecast.Counter.Pending;
import io.rollouthub.domain.forecast.Figures.CountNumbers;
import io.rollouthub.domain.forecast.NamedSites.Group;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.EventKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All forecasts of a cluster as of a day, from its counters; what is alike is worked out once. It holds until they change. */
public final class ClusterForecast {
    private static final int MOST_OBSERVED = 365;

    /** Of sites that are alike: numbers are summed in it, so that the sum is always the same. */
    private static final Comparator<Dated> IN_ORDER =
            Comparator.comparing(Dated::supplier).thenComparing(Dated::due).thenComparing(Dated::stands);

    private final LocalDate today;
    private final ClusterCounters counters;
    private final TrackRecord record;
    private final Map<Dated, Figures> figures = new HashMap<>();
    private final Map<Filter, SeenSites> seen = new HashMap<>();
    private final Map<Pledge, CountForecast> counts = new HashMap<>();
    private final Map<Pledge, Figures> countFigures = new HashMap<>();

    /** Which sites a commitment's forecast goes by; since when it counts them limits that not. */
    private record Filter(
            @Nullable String product, @Nullable String release) {}

    private record Dated(String supplier, LocalDate due, boolean stands) {}

    ClusterForecast(ClusterCounters counters, LocalDate today) {
        this.today = today;
        this.counters = counters;
        this.record = counters.record(today);
    }

    LocalDate today() {
        return today;
    }

    /** How many promises of the cluster have been broken. */
    public int broken() {
        return record.broken();
    }

    /** What became of a supplier's promises. */
    public SupplierPromises promises(String supplier) {
        return record.promises(supplier);
    }

    /** How promises that stood as far ahead as this date is from today were kept, a supplier's too; not of a past date. */
    public LeadRecord ahead(String supplier, LocalDate due) {
        return record.at(supplier, Days.lead(today, due));
    }

    /** How a supplier's promises that stood at a lead were kept; of the cluster's as well. */
    public LeadRecord at(String supplier, int lead) {
        return record.at(supplier, lead);
    }

    /** The forecast of a site or a release that is pending or missed (9.4). */
    public Figures date(Standing standing, LocalDate due) {
        boolean stands = standing.promised() && !due.isBefore(today);
        return record.suffices()
                ? figures.computeIfAbsent(new Dated(standing.supplier(), due, stands), this::date)
                : Figures.NONE;
    }

    private Figures date(Dated dated) {
        DateForecast forecast = DateForecast.of(record, dated.supplier(), dated.due(), dated.stands(), today);
        boolean pending = forecast.dueIn() >= 0;
        return new Figures(
                pending ? forecast.by(forecast.dueIn()) : null,
                Soonest.day(today, 0.50, forecast::by),
                Soonest.day(today, 0.85, forecast::by),
                pending ? record.at(dated.supplier(), Days.lead(today, dated.due())) : null,
                null);
    }

    /** Whether a pending count needs more go-lives than can come by its due date by the plans (7, 9.5). */
    public boolean fallsShort(Pledge pledge) {
        return of(pledge).fallsShort();
    }

    /** The forecast of a pending count of go-lives (9.5). */
    public Figures count(Pledge pledge) {
        return countFigures.computeIfAbsent(pledge, it -> figures(of(it), today));
    }

    static Figures figures(CountForecast forecast, LocalDate today) {
        if (!forecast.exists()) {
            return Figures.NONE;
        }
        return new Figures(
                forecast.byDue(),
                Soonest.day(today, 0.50, forecast::by),
                Soonest.day(today, 0.85, forecast::by),
                null,
                new CountNumbers(
                        forecast.named(),
                        forecast.namedByDue().expected(),
                        forecast.unnamedByDue().mean(),
                        forecast.observed().days(),
                        forecast.observed().goLives()));
    }

    private CountForecast of(Pledge pledge) {
        return counts.computeIfAbsent(pledge, this::make);
    }

    private CountForecast make(Pledge pledge) {
        Filter filter = new Filter(pledge.target().product(), pledge.target().release());
        return make(pledge, today, seen.computeIfAbsent(filter, it -> look(pledge.target())), record.suffices());
    }

    private SeenSites look(Count target) {
        SortedMap<Dated, Integer> alike = new TreeMap<>(IN_ORDER);
        List<Appearance> appeared = new ArrayList<>();
        LocalDate first = null;
        for (Map.Entry<Counter, Integer> counted : counters.all().entrySet()) {
            int count = counted.getValue();
            if (counted.getKey() instanceof Pending site
                    && site.kind() == EventKind.GO_LIVE
                    && target.matches(site.product(), site.release())) {
                alike.merge(new Dated(site.supplier(), site.due(), site.standsOn(today)), count, Integer::sum);
            } else if (counted.getKey() instanceof Baseline plan && target.matches(plan.product(), plan.release())) {
                first = earlier(first, plan.date());
            } else if (counted.getKey() instanceof Appeared site && target.matches(site.product(), site.release())) {
                first = earlier(first, site.date().plusDays(site.lead()));
                appeared.add(new Appearance(Days.between(site.date(), today), site.lead(), count));
            }
        }
        List<Group> groups = new ArrayList<>();
        alike.forEach((site, count) -> groups.add(
                new Group(DateForecast.of(record, site.supplier(), site.due(), site.stands(), today), count)));
        return new SeenSites(first, groups, appeared);
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** From the sites themselves. */
    static CountForecast make(Pledge pledge, LocalDate today, SeenSites seen, boolean hasRecord) {
        int days = Math.max(0, Math.min(MOST_OBSERVED, Days.between(seen.firstBeside(pledge.made()), today)));
        return new CountForecast(
                pledge.needed(),
                Days.between(today, pledge.due()),
                seen,
                seen.within(days, pledge.daysPerSite()),
                hasRecord);
    }
}
