package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.testkit.Events;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Forecast and record of the model agree with the numbers that were computed elsewhere, rule by rule. */
class ForecastVectorsTest {
    private static final CivilTime UTC = new CivilTime(ZoneOffset.UTC);

    @Test
    void promisesAreMadeAndEndAsInTheVectors() {
        for (VectorRow row : rows("promises", 50)) {
            PromiseHistory found = PromiseFold.goLive(UTC, history(row.text("history kind:reported:date")))
                    .asOf(row.date("today"));
            row.assertSame(
                    found.ended().stream().map(ForecastVectorsTest::text).collect(Collectors.joining(";")),
                    "ended made:due:leadFrom:leadTo:outcome");
            Promise standing = found.standing();
            row.assertSame(standing == null ? null : text(standing), "standing made:due");
            row.assertSame(
                    found.withdrawn().stream().map(ForecastVectorsTest::text).collect(Collectors.joining(";")),
                    "withdrawn made:due");
        }
    }

    private static List<Report> history(String text) {
        List<Report> history = new ArrayList<>();
        for (String item : text.split(";", -1)) {
            String[] parts = item.split(":", -1);
            LocalDate date = parts[2].isEmpty() ? null : LocalDate.parse(parts[2]);
            GoLiveEvent event = Events.goLive("e%03d".formatted(history.size()), GoLiveStatus.valueOf(parts[0]), date)
                    .setReportedAt(LocalDate.parse(parts[1]).atTime(12, 0).toInstant(ZoneOffset.UTC))
                    .build();
            history.add(Report.of(event, event.getReportedAt()));
        }
        return History.folded(history);
    }

    private static String text(Promise promise) {
        return promise.made() + ":" + promise.due();
    }

    private static String text(EndedPromise ended) {
        return "%s:%d:%d:%s"
                .formatted(text(ended.promise()), ended.promise().from(), ended.to(), ended.kept() ? "kept" : "broken");
    }

    @Test
    void datesAreKeptWithTheChancesOfTheVectors() {
        for (VectorRow row : rows("keep", 12)) {
            double q = Keeping.q(
                    row.whole("kept"),
                    row.whole("broken"),
                    row.whole("keptAtLead"),
                    row.whole("brokenAtLead"),
                    row.whole("supplierKept"),
                    row.whole("supplierBroken"));
            row.assertNumber(q, "q");
        }
    }

    @Test
    void datesAreLateWithTheChancesOfTheVectors() {
        for (VectorRow row : rows("late", 11)) {
            double found = Lateness.chance(row.whole("fulfilledWithin"), row.whole("notWithin"), row.whole("days"));
            row.assertNumber(found, "G");
        }
    }

    @Test
    void singleDatesAreForecastAsInTheVectors() {
        for (VectorRow row : rows("single", 9)) {
            LocalDate today = row.date("today");
            LocalDate due = row.date("due");
            Lateness lateness = Lateness.of(row.wholes("fulfilledDaysLate"), row.wholes("overdueDays"));
            Awaited awaited = new Awaited(due, row.is("standing"), row.number("q"));
            row.assertNumber(awaited.liveBy(due, today, lateness), "probability");
            row.assertSame(DateSearch.date(0.50, today, day -> awaited.liveBy(day, today, lateness)), "p50");
            row.assertSame(DateSearch.date(0.85, today, day -> awaited.liveBy(day, today, lateness)), "p85");
        }
    }

    @Test
    void countsAreReachedWithTheChancesOfTheVectors() {
        for (VectorRow row : rows("count", 23)) {
            NegativeBinomial unnamed = NegativeBinomial.of(row.number("shape"), row.number("mean"));
            double found = Reaching.atLeast(row.whole("needed"), row.whole("sites"), row.number("expected"), unnamed);
            row.assertNumber(found, "probability");
        }
    }

    @Test
    void sitesWithoutAPlanGoLiveAsInTheVectors() {
        for (VectorRow row : rows("unnamed", 60)) {
            Unnamed unnamed = new Unnamed(
                    row.items("sites(days:p)").stream()
                            .map(item -> item.split(":", -1))
                            .map(part -> new Unnamed.Site(Integer.parseInt(part[0]), Double.parseDouble(part[1])))
                            .toList(),
                    row.items("live(ago:lead)").stream()
                            .map(item -> item.split(":", -1))
                            .map(part -> new Unnamed.Arrival(Integer.parseInt(part[0]), Integer.parseInt(part[1])))
                            .toList(),
                    row.whole("T"),
                    row.whole("horizon"),
                    Unnamed.daysAGoLive(row.whole("span"), row.whole("count")),
                    row.whole("needed"),
                    row.whole("pending"),
                    row.is("short"));
            row.assertNumber(unnamed.expected(), "expected");
            row.assertSame(unnamed.byPace() == null ? null : unnamed.reach(), "reach");
            assertUnnamed(row, unnamed);
        }
    }

    private static void assertUnnamed(VectorRow row, Unnamed unnamed) {
        row.assertSame(unnamed.fresh(), "fresh");
        row.assertSame(unnamed.goLives(), "goLives");
        row.assertNumber(unnamed.byArrivals().shape(), "arrivalsShape");
        row.assertNumber(unnamed.byArrivals().mean(), "arrivalsMean");
        NegativeBinomial byPace = unnamed.byPace();
        row.assertNumber(byPace == null ? null : byPace.shape(), "paceShape");
        row.assertNumber(byPace == null ? null : byPace.mean(), "paceMean");
        row.assertNumber(unnamed.all().shape(), "shape");
        row.assertNumber(unnamed.all().mean(), "mean");
    }

    @Test
    void commitmentsAreForecastAsInTheVectors() {
        for (VectorRow row : rows("commitment", 46)) {
            CountForecast forecast = commitment(row);
            if (row.has("observedDays")) {
                row.assertSame(forecast.observedDays(), "observedDays");
                row.assertSame(forecast.canBeLiveBy(forecast.due()), "sitesCounted");
                row.assertNumber(forecast.expected(forecast.due()), "expected");
                assertUnnamed(row, forecast.unnamed(forecast.due()));
                row.assertSame(forecast.shortOfPlans() ? 1 : 0, "short");
            }
            row.assertSame(forecast.exists() ? 1 : 0, "exists");
            LocalDate today = forecast.today();
            row.assertNumber(forecast.exists() ? forecast.probability(forecast.due()) : null, "probability");
            row.assertSame(forecast.exists() ? DateSearch.date(0.50, today, forecast::probability) : null, "p50");
            row.assertSame(forecast.exists() ? DateSearch.date(0.85, today, forecast::probability) : null, "p85");
        }
    }

    private static CountForecast commitment(VectorRow row) {
        return new CountForecast(
                row.date("today"),
                row.date("due"),
                row.whole("count"),
                row.whole("count") - row.whole("progress"),
                row.date("made"),
                row.items("sites(standing:due:q)").stream()
                        .map(item -> item.split(":", -1))
                        .map(part ->
                                new Awaited(LocalDate.parse(part[1]), part[0].equals("1"), Double.parseDouble(part[2])))
                        .toList(),
                row.items("lives(live:appeared)").stream()
                        .map(item -> item.split(":", -1))
                        .map(part -> new CountForecast.Live(LocalDate.parse(part[0]), LocalDate.parse(part[1])))
                        .toList(),
                row.dateOrNull("first"),
                row.whole("ended") >= 10,
                Lateness.of(row.wholes("fulfilledDaysLate"), row.wholes("overdueDays")),
                new HashMap<>());
    }

    @Test
    void aMilestoneIsAtRiskFromReviewToReviewAsInTheVectors() {
        boolean open = false;
        for (VectorRow row : rows("alarm", 13)) {
            Double probability = row.numberOrNull("probability");
            open = open
                    ? AtRisk.stays(probability, row.is("short"), 0.40)
                    : AtRisk.opens(probability, row.is("short"), row.is("broken"), 0.20);
            row.assertSame(open ? "OPEN" : "-", "state");
        }
    }

    @Test
    void forecastsScoreAsInTheVectors() {
        for (VectorRow row : rows("brier", 4)) {
            int forecasts = 0;
            int kept = 0;
            long squares = 0;
            for (String pair : row.items("pairs(tenThousandths:kept)")) {
                String[] parts = pair.split(":", -1);
                boolean asPromised = parts[1].equals("1");
                forecasts++;
                kept += asPromised ? 1 : 0;
                squares += LeadView.square(Integer.parseInt(parts[0]), asPromised);
            }
            LeadView found = LeadView.of(0, 0, forecasts, kept, squares);
            row.assertSame(found.forecasts(), "n");
            row.assertSame(found.forecastsKept(), "kept");
            row.assertSame(found.squares(), "squares");
            row.assertNumber(found.brier(), "brier");
        }
    }

    /** All rows of a file, of which there are so many at least. */
    private static List<VectorRow> rows(String file, int least) {
        List<VectorRow> rows = VectorRow.of(file);
        assertThat(rows.size()).as(file).isGreaterThanOrEqualTo(least);
        return rows;
    }
}
