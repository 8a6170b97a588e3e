package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model agrees with the numbers that were computed elsewhere. */
class VectorsTest {
    private static final double SIX_DIGITS = 5.1e-7;
    private static final double[] SIX_PERIODS = {2, 5, 9, 14, 20, 26};
    private static final double[] NINE_PERIODS = {
        28.975, 81.681, 91.681, 138.586, 218.141, 302.478, 323.632, 345.876, 360.738
    };

    @Test
    void earnedSchedulesAreThoseOfTheVectors() {
        assertEarned(SIX_PERIODS, Vectors.rows("earned-schedule.csv", 1));
        assertEarned(NINE_PERIODS, Vectors.rows("earned-schedule.csv", 2));
    }

    private static void assertEarned(double[] planned, List<List<String>> rows) {
        assertThat(rows).hasSizeGreaterThan(3);
        for (List<String> row : rows) {
            if (row.get(0).equals("at")) {
                continue;
            }
            EarnedSchedule found =
                    EarnedSchedule.of(planned, Double.parseDouble(row.get(1)), Integer.parseInt(row.get(0)));
            assertThat(found.plannedDurationMonths()).isEqualTo(planned.length);
            assertThat(found.earnedSchedule()).as("%s", row).isCloseTo(number(row.get(2)), within(SIX_DIGITS));
            assertThat(found.spiT()).as("%s", row).isCloseTo(number(row.get(3)), within(SIX_DIGITS));
            if (!row.get(4).isEmpty()) {
                assertThat(found.scheduleVarianceMonths())
                        .as("%s", row)
                        .isCloseTo(number(row.get(4)), within(SIX_DIGITS));
            }
            assertThat(found.estimatedDurationMonths()).as("%s", row).isCloseTo(number(row.get(5)), within(SIX_DIGITS));
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Test
    void civilDatesAreThoseOfTheVectors() {
        for (List<String> row : Vectors.rows("civil-dates.csv", 1)) {
            LocalDate date = new CivilTime(ZoneId.of(row.get(0))).dateAt(Instant.parse(row.get(1)));
            assertThat(date).isEqualTo(row.get(2));
            assertThat(YearMonth.from(date)).hasToString(row.get(3));
        }
        for (List<String> row : Vectors.rows("civil-dates.csv", 2)) {
            CivilTime time = new CivilTime(ZoneId.of(row.get(0)));
            assertThat(time.endOf(LocalDate.parse(row.get(1)))).isEqualTo(row.get(2));
        }
    }

    @Test
    void aDateEndsWhenTheNextOneBeginsAlsoWhereMidnightOrTheDayIsMissing() {
        assertEnd("America/Santiago", "2019-09-07", "2019-09-08T04:00:00Z"); // 00:00 becomes 01:00
        assertEnd("America/Sao_Paulo", "2017-10-14", "2017-10-15T03:00:00Z");
        assertEnd("Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z"); // the 30th never was
        assertEnd("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z");
        assertEnd("+05:17:23", "2016-02-28", "2016-02-28T18:42:37Z");
        assertEnd("Australia/Lord_Howe", "2016-10-01", "2016-10-01T13:30:00Z");
        assertEnd("Australia/Lord_Howe", "2016-10-02", "2016-10-02T13:00:00Z"); // half an hour later
    }

    @Test
    void aDateThatWouldBeginTwiceBeginsAtTheFirstOfTheTwoAndTodayNeverGoesBack() {
        assertEnd("America/Havana", "2016-11-05", "2016-11-06T04:00:00Z"); // 01:00 becomes 00:00
        assertToday("America/Havana", "2016-11-06T04:59:59Z", "2016-11-06", "2016-11-06");
        assertEnd("America/St_Johns", "2008-11-01", "2008-11-02T02:30:00Z"); // 00:01 becomes 23:01
        assertToday("America/St_Johns", "2008-11-02T02:29:59Z", "2008-11-01", "2008-11-01");
        assertToday("America/St_Johns", "2008-11-02T02:30:00Z", "2008-11-02", "2008-11-02");
        assertToday("America/St_Johns", "2008-11-02T02:31:00Z", "2008-11-02", "2008-11-01");
        assertToday("America/St_Johns", "2008-11-02T03:30:00Z", "2008-11-02", "2008-11-02");
        assertEnd("America/Sao_Paulo", "2017-02-18", "2017-02-19T03:00:00Z"); // 00:00 becomes 23:00
        assertToday("America/Sao_Paulo", "2017-02-19T02:00:00Z", "2017-02-18", "2017-02-18");
        assertToday("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", "2011-12-31");
    }

    @Test
    void aDayHasOneReviewAndADayThatAZoneSkipsHasNone() {
        CivilTime stJohns = new CivilTime(ZoneId.of("America/St_Johns"));
        assertThat(stJohns.midnights(Instant.parse("2008-11-01T02:30:00Z"), Instant.parse("2008-11-03T03:30:00Z")))
                .containsExactly(Instant.parse("2008-11-02T02:30:00Z"), Instant.parse("2008-11-03T03:30:00Z"));
        CivilTime apia = new CivilTime(ZoneId.of("Pacific/Apia"));
        assertThat(apia.midnights(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2011-12-31T10:00:00Z")))
                .containsExactly(Instant.parse("2011-12-30T10:00:00Z"), Instant.parse("2011-12-31T10:00:00Z"));
    }

    private static void assertToday(String zone, String clock, String today, String onTheWall) {
        CivilTime time = new CivilTime(ZoneId.of(zone));
        assertThat(time.today(Instant.parse(clock))).isEqualTo(today);
        assertThat(time.dateAt(Instant.parse(clock))).isEqualTo(onTheWall);
    }

    private static void assertEnd(String zone, String date, String end) {
        assertThat(new CivilTime(ZoneId.of(zone)).endOf(LocalDate.parse(date))).isEqualTo(end);
    }
}
