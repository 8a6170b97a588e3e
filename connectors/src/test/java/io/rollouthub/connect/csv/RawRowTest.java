package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RawRowTest {

    @Test
    void everyKindOfLineEndEndsARow() {
        assertThat(RawRow.of("a,b\r\nc,d\ne,f\rg,h", ','))
                .containsExactly(row(1, "a,b"), row(2, "c,d"), row(3, "e,f"), row(4, "g,h"));
    }

    @Test
    void aRowRunsOnOverTheLineEndsInItsQuotes() {
        assertThat(RawRow.of("\"a\r\nb\",\"c\nd\"\r\ne,f\r\n", ','))
                .containsExactly(row(1, "\"a\r\nb\",\"c\nd\""), row(4, "e,f"));
    }

    @Test
    void aDoubledQuoteIsALetter() {
        assertThat(RawRow.of("\"say \"\"yes\n\"\"\"\nx", ','))
                .containsExactly(row(1, "\"say \"\"yes\n\"\"\""), row(3, "x"));
    }

    @Test
    void aQuoteWithinACellOpensNothing() {
        assertThat(RawRow.of("5\" pipe,b\"\"\nc,d", ',')).containsExactly(row(1, "5\" pipe,b\"\""), row(2, "c,d"));
    }

    @Test
    void aRowWhoseQuoteNeverClosesTakesNoOtherWithIt() {
        assertThat(RawRow.of("a\n\"b,c\nd\n", ','))
                .isEqualTo(List.of(row(1, "a"), new RawRow(2, "\"b,c", false), row(3, "d")));
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(RawRow.of("a\nb", ';')).containsExactly(row(1, "a"), row(2, "b"));
        assertThat(RawRow.of("", ';')).isEmpty();
    }

    private static RawRow row(int line, String text) {
        return new RawRow(line, text, true);
    }
}
