package io.rollouthub.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void aTextStandsInQuotes() {
        assertThat(Quoted.of("Zürich 東京 😀")).isEqualTo("\"Zürich 東京 😀\"");
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(Quoted.of("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void whatCannotBeSeenIsWrittenAsItsCodePoint() {
        assertThat(Quoted.of("a\n\u001b[31m\u00a0\u200b\u202e\u2028b"))
                .isEqualTo("\"a\\u000A\\u001B[31m\\u00A0\\u200B\\u202E\\u2028b\"");
    }

    @Test
    void aLongTextIsCutBetweenCodePointsAndItsLengthGiven() {
        assertThat(Quoted.of("😀".repeat(64))).isEqualTo("\"" + "😀".repeat(64) + "\"");
        assertThat(Quoted.of("😀".repeat(65))).isEqualTo("\"" + "😀".repeat(64) + "…\" (65 characters)");
    }

    @Test
    void aLongListIsCutAfterTen() {
        List<String> numbers =
                IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList();

        assertThat(Quoted.list(numbers)).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
        assertThat(Quoted.list(List.of("london", "south"))).isEqualTo("london, south");
    }
}
