package io.rollouthub.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rollouthub.domain.VectorTable;
import io.rollouthub.domain.VectorTable.Row;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.NamedSites.Group;
import io.rollouthub.domain.forecast.UnnamedSites.Observed;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that were computed elsewhere, for each rule of semantics 9. */
class ForecastVectorsTest {
    private static final Offset<Double> TINY = within(1e-9);
    private static final CivilTime UTC = new CivilTime(ZoneId.of("UTC"));

    static List<Row> promises() {
        return VectorTable.rows("forecast-v2/promises.csv");
    }

    @ParameterizedTest
    @MethodSource("promises")
    void promisesAreMadeKeptAndBroken(Row row) {
        LocalDate today = row.date("today");
        Promises promises = PromiseFold.of(history(row.text("history kind:reported:date")), UTC);
        List<String> ended = new ArrayList<>(promises.ended().stream()
                .map(one -> text(one.promise()) + ":" + one.promise().from() + ":" + one.to() + ":"
                        + (one.kept() ? "kept" : "broken"))
                .toList());
        Promise standing = promises.standing();
        if (standing != null && standing.due().isBefore(today)) {
            if (standing.counts()) {
                ended.add(text(standing) + ":" + standing.from() + ":0:broken");
            }
            standing = null;
        }
        assertThat(String.join(";", ended)).isEqualTo(row.text("ended made:due:leadFrom:leadTo:outcome"));
        assertThat(standing == null ? "" : text(standing)).isEqualTo(row.text("standing made:due"));
        assertThat(promises.withdrawn().stream().map(ForecastVectorsTest::text).collect(Collectors.joining(";")))
                .isEqualTo(row.text("withdrawn made:due"));
    }

    private static String text(Promise promise) {
        return promise.made() + ":" + promise.due();
    }

    private static History history(String text) {
        List<ReportedEvent> reports = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] report = part.split(":", -1);
            reports.add(ReportedEvent.of(GoLiveEvent.newBuilder()
                    .setEventId("e%03d".formatted(reports.size()))
                    .setReportedAt(LocalDate.parse(report[1]).atTime(9, 0).toInstant(ZoneOffset.UTC))
                    .setSupplier("acme")
                    .setCluster("c")
                    .setSite("s")
                    .setProduct("p")
                    .setRelease("r")
                    .setStatus(GoLiveStatus.valueOf(report[0]))
                    .setDate(report[2].isEmpty() ? null : LocalDate.parse(report[2]))
                    .build()));
        }
        return new History(new FactKey("c", EventKind.GO_LIVE, "s/p/r"), reports);
    }

    static List<Row> keep() {
        return VectorTable.rows("forecast-v2/keep.csv");
    }

    @ParameterizedTest
    @MethodSource("keep")
    void aDateIsKeptAsSuchDatesWere(Row row) {
        LeadRecord lead = new LeadRecord(
                row.number("keptAtLead"),
                row.number("keptAtLead") + row.number("brokenAtLead"),
                row.number("supplierKept"),
                row.number("supplierKept") + row.number("supplierBroken"));
        assertThat(TrackRecord.willBeKept(row.number("kept"), row.number("broken"), lead))
                .isCloseTo(row.fraction("q"), TINY);
    }

    static List<Row> late() {
        return VectorTable.rows("forecast-v2/late.csv");
    }

    @ParameterizedTest
    @MethodSource("late")
    void lateDatesComeAsLateOnesCame(Row row) {
        assertThat(Lateness.within(row.number("fulfilledWithin"), row.number("notWithin"), row.number("days")))
                .isCloseTo(row.fraction("G"), TINY);
    }

    static List<Row> single() {
        return VectorTable.rows("forecast-v2/single.csv");
    }

    @ParameterizedTest
    @MethodSource("single")
    void aSiteIsLiveByADay(Row row) {
        LocalDate today = row.date("today");
        boolean stands = row.number("standing") == 1;
        DateForecast forecast = new DateForecast(
                Days.between(today, row.date("due")), stands, stands ? row.fraction("q") : 0, lateness(row));
        if (!row.text("probability").isEmpty()) {
            assertThat(forecast.by(forecast.dueIn())).isCloseTo(row.fraction("probability"), TINY);
        }
        assertThat(Soonest.day(today, 0.50, forecast::by)).isEqualTo(row.dateOrNull("p50"));
        assertThat(Soonest.day(today, 0.85, forecast::by)).isEqualTo(row.dateOrNull("p85"));
    }

    private static Lateness lateness(Row row) {
        Lateness lateness = new Lateness();
        row.list("fulfilledDaysLate").forEach(days -> lateness.came(Integer.parseInt(days), 1));
        row.list("overdueDays").forEach(days -> lateness.isOpen(Integer.parseInt(days), 1));
        return lateness;
    }

    static List<Row> count() {
        return VectorTable.rows("forecast-v2/count.csv");
    }

    @ParameterizedTest
    @MethodSource("count")
    void namedAndUnnamedTogetherReachACount(Row row) {
        NamedSites named = new NamedSites(row.number("sites"), row.fraction("expected"), new TreeMap<>());
        UnnamedSites unnamed = new UnnamedSites(row.number("shape"), row.fraction("mean"));
        assertThat(unnamed.atLeast(row.number("needed"), named)).isCloseTo(row.fraction("probability"), TINY);
    }

    static List<Row> unnamed() {
        return VectorTable.rows("forecast-v2/unnamed.csv");
    }

    @ParameterizedTest
    @MethodSource("unnamed")
    void sitesWithoutAPlanComeByArrivalsOrByPace(Row row) {
        int horizon = row.number("horizon");
        NamedSites named = NamedSites.by(
                horizon,
                row.list("sites(days:p)").stream()
                        .map(site -> site.split(":"))
                        .map(site -> fixed(Integer.parseInt(site[0]), Double.parseDouble(site[1])))
                        .toList());
        List<Appearance> appeared = row.list("live(ago:lead)").stream()
                .map(live -> live.split(":"))
                .map(live -> new Appearance(Integer.parseInt(live[0]), Integer.parseInt(live[1]), 1))
                .toList();
        Observed observed = new SeenSites(null, List.of(), appeared)
                .within(row.number("T"), Math.max(1, row.number("span")) / (double) row.number("count"));
        boolean isShort = row.number("short") == 1;
        UnnamedSites arrivals = UnnamedSites.byArrivals(horizon, observed, isShort);
        assertSame(row, arrivals, "arrivalsShape", "arrivalsMean");
        if (row.number("needed") > row.number("pending")) {
            assertSame(row, UnnamedSites.byPace(horizon, named, observed), "paceShape", "paceMean");
        } else {
            assertThat(row.text("paceMean")).isEmpty();
        }
        assertSame(
                row,
                UnnamedSites.by(horizon, named, observed, isShort, row.number("needed") > row.number("pending")),
                "shape",
                "mean");
    }

    /** A site that is live by any day from its due date on with the same probability. */
    private static Group fixed(int dueIn, double probability) {
        Lateness never = new Lateness();
        never.isOpen(10_000, 2_000_000_000);
        return new Group(new DateForecast(Math.max(0, dueIn), true, probability, never), 1);
    }

    private static void assertSame(Row row, UnnamedSites found, String shape, String mean) {
        assertThat(found.mean()).as(mean).isCloseTo(row.fraction(mean), TINY);
        assertThat(found.shape()).as(shape).isEqualTo(row.number(shape));
    }

    static List<Row> commitment() {
        return VectorTable.rows("forecast-v2/commitment.csv").stream()
                .filter(row -> !row.text("case").equals("progress enough")) // nothing is needed any more: outside 9.5
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commitment")
    void aCountIsReachedByTheNamedAndByOthers(Row row) {
        LocalDate today = row.date("today");
        Pledge pledge = new Pledge(
                new Count(row.number("count"), null, null, null),
                row.number("count") - row.number("progress"),
                row.date("due"),
                row.date("made"));
        List<Group> groups = row.list("sites(standing:due:q)").stream()
                .map(site -> site.split(":"))
                .map(site -> new Group(
                        new DateForecast(
                                Days.between(today, LocalDate.parse(site[1])),
                                site[0].equals("1"),
                                Double.parseDouble(site[2]),
                                lateness(row)),
                        1))
                .toList();
        List<Appearance> appeared = row.list("lives(live:appeared)").stream()
                .map(live -> live.split(":"))
                .map(live -> new Appearance(
                        Days.between(LocalDate.parse(live[1]), today),
                        Days.between(LocalDate.parse(live[1]), LocalDate.parse(live[0])),
                        1))
                .toList();
        CountForecast forecast = ClusterForecast.make(
                pledge, today, new SeenSites(row.dateOrNull("first"), groups, appeared), row.number("ended") >= 10);

        assertThat(forecast.observed().days()).isEqualTo(row.number("observedDays"));
        assertThat(forecast.observed().goLives()).isEqualTo(row.number("goLives"));
        NamedSites named = forecast.namedByDue();
        assertThat(named.sites()).isEqualTo(row.number("sitesCounted"));
        assertThat(named.expected()).isCloseTo(row.fraction("expected"), TINY);
        assertSame(row, forecast.unnamedByDue(), "shape", "mean");
        assertThat(forecast.fallsShort()).isEqualTo(row.number("short") == 1);
        assertThat(forecast.exists()).isEqualTo(row.number("exists") == 1);
        Figures figures = ClusterForecast.figures(forecast, today);
        Double probability = figures.probability();
        if (row.text("probability").isEmpty()) {
            assertThat(probability).isNull();
        } else {
            assertThat(probability).isCloseTo(row.fraction("probability"), TINY);
        }
        assertThat(figures.p50()).isEqualTo(row.dateOrNull("p50"));
        assertThat(figures.p85()).isEqualTo(row.dateOrNull("p85"));
    }
}
