package io.rollouthub.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.VectorRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Civil dates, and when they end and begin. */
class CivilTimeTest {

    @Test
    void datesAreThoseOfTheVectors() {
        List<List<String>> instants = VectorRows.of("civil-dates.csv", 1);
        assertThat(instants).hasSize(4);
        for (List<String> row : instants) {
            LocalDate date = new CivilTime(ZoneId.of(row.get(0))).dateAt(Instant.parse(row.get(1)));
            assertThat(date).isEqualTo(row.get(2));
            assertThat(YearMonth.from(date)).hasToString(row.get(3));
        }
        List<List<String>> dues = VectorRows.of("civil-dates.csv", 2);
        assertThat(dues).hasSize(5);
        for (List<String> row : dues) {
            CivilTime time = new CivilTime(ZoneId.of(row.get(0)));
            LocalDate due = LocalDate.parse(row.get(1));
            Instant end = Instant.parse(row.get(2));
            assertThat(time.endOf(due)).isEqualTo(end);
            assertThat(time.hasPassed(due, end.minusMillis(1))).isFalse();
            assertThat(time.hasPassed(due, end)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2020-02-28T23:59:59.999Z, 2020-02-29T00:00:00Z",
        "UTC, 2020-02-29T00:00:00Z, 2020-03-01T00:00:00Z", // at a midnight: the next
        "America/Santiago, 2019-09-08T03:59:59Z, 2019-09-08T04:00:00Z",
        "America/Santiago, 2019-09-08T04:00:00Z, 2019-09-09T03:00:00Z",
        "Pacific/Apia, 2011-12-29T12:00:00Z, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
        "Australia/Lord_Howe, 2019-04-06T13:00:00Z, 2019-04-07T13:30:00Z",
        "America/St_Johns, 2010-11-07T02:29:59Z, 2010-11-07T02:30:00Z",
        "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z",
        "America/St_Johns, 2010-11-07T02:31:00Z, 2010-11-08T03:30:00Z", // the 6th again
        "America/St_Johns, 2010-11-07T03:30:00Z, 2010-11-08T03:30:00Z" // the 7th again
    })
    void theNextMidnightIsABeginningThatIsYetToCome(String zone, Instant after, Instant midnight) {
        CivilTime time = new CivilTime(ZoneId.of(zone));
        assertThat(time.endOf(time.today(after))).isEqualTo(midnight);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2020-02-29T23:59:59.999Z, 2020-02-29, 2020-02-29",
        "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-07, 2010-11-07",
        "America/St_Johns, 2010-11-07T02:31:00Z, 2010-11-06, 2010-11-07", // the wall's date goes back, today does not
        "America/St_Johns, 2010-11-07T03:30:00Z, 2010-11-07, 2010-11-07",
        "America/Sao_Paulo, 2018-02-18T02:30:00Z, 2018-02-17, 2018-02-17", // 23:30 for the second time
        "America/Havana, 2019-11-03T05:30:00Z, 2019-11-03, 2019-11-03", // 00:30 for the second time
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31, 2011-12-31"
    })
    void aClustersDateNeverGoesBack(String zone, Instant clock, LocalDate wall, LocalDate today) {
        CivilTime time = new CivilTime(ZoneId.of(zone));
        assertThat(time.dateAt(clock)).isEqualTo(wall);
        assertThat(time.today(clock)).isEqualTo(today);
    }
}
