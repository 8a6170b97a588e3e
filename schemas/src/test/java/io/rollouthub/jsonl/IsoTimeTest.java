package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2006-11-01T00:00:00Z, 2006-11-01T00:00:00Z",
        "2006-11-01T00:00:00.1Z, 2006-11-01T00:00:00.100Z",
        "2006-11-01T00:00:00.001Z, 2006-11-01T00:00:00.001Z",
        "2006-11-01T00:00:00.000999Z, 2006-11-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"
    })
    void instantsArePrintedWithThreeDecimalsOrNone(Instant instant, String printed) {
        assertThat(IsoTime.print(instant)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "2006-11-01T00:00:00Z, 2006-11-01T00:00:00Z",
        "2006-11-01T00:00Z, 2006-11-01T00:00:00Z",
        "2006-11-01T00:00:00.5Z, 2006-11-01T00:00:00.500Z",
        "2006-11-01T00:00:00.123000Z, 2006-11-01T00:00:00.123Z",
        "2006-11-01T00:00:00.000+01:00, 2006-10-31T23:00:00Z",
        "2006-10-31T19:00:00-05, 2006-11-01T00:00:00Z",
        "2006-11-01T05:17:23+05:17:23, 2006-11-01T00:00:00Z"
    })
    void instantsAreReadWithZOrAnOffset(String text, Instant instant) {
        assertThat(IsoTime.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2006-11-01",
                "2006-11-01T00:00:00",
                "2006-11-01 00:00:00Z",
                "2006-11-01T00:00:00.0001Z",
                "2006-11-01T00:00:00.123456789Z",
                "2006-11-01T00:00:00.1234567890Z",
                "2006-02-30T00:00:00Z",
                "2006-11-01T24:00:00Z",
                "2006-11-01T23:59:60Z",
                "2006-11-01T00:00:00+19:00",
                "2006-11-01T00:00:00[Europe/London]",
                "2006-11-01T00:00:00Z ",
                "+12006-11-01T00:00:00Z",
                "1162339200000",
                "٢٠٠٦-11-01T00:00:00Z"
            })
    void anythingElseIsNoInstant(String text) {
        assertThatThrownBy(() -> IsoTime.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void datesAreReadAsTheyArePrinted() {
        assertThat(IsoTime.date("2004-02-29")).isEqualTo(LocalDate.of(2004, 2, 29));
        assertThat(IsoTime.date("0000-01-01")).hasToString("0000-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2006-02-29",
                "2006-02-30",
                "2006-13-01",
                "2006-1-1",
                "20060101",
                "2006-01-01T00:00:00Z",
                " 2006-01-01",
                "-2006-01-01",
                "12006-01-01",
                "06-01-01",
                "2006/01/01"
            })
    void anythingElseIsNoDate(String text) {
        assertThatThrownBy(() -> IsoTime.date(text)).isInstanceOf(DateTimeException.class);
    }
}
