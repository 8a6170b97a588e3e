package io.rollouthub.hub.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.terminal.Look.Tone;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final String TITLE = "Three trusts live by the middle of November: due 2026-11-15, 0 of 3 live";

    private final TextTable table = new TextTable("cluster", "live", "what");

    TextTableTest() {
        table.row("south", 4, TITLE);
        table.tonedRow(Tone.BAD, "west-midlands", 12, null);
    }

    @Test
    void columnsAreAlignedAndNumbersStandToTheRight() {
        assertThat(table.text(Look.PLAIN).lines())
                .containsExactly("cluster        live  what", "south             4  " + TITLE, "west-midlands    12");
    }

    @Test
    void whatIsTooLongForATerminalIsCutInItsMiddleSoThatTheFactsAtTheEndStay() {
        String text = table.text(new Look(60, false));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(text).contains("Three trusts live b…-11-15, 0 of 3 live", "west-midlands    12");
    }

    @Test
    void aTerminalTooNarrowForAnythingStillGetsEveryColumn() {
        String text = table.text(new Look(20, false));

        assertThat(text.lines().skip(1).findFirst().orElseThrow()).isEqualTo("south          4  Three…live");
    }

    @Test
    void nothingIsCutOrColouredForAPipe() {
        assertThat(table.text(Look.PLAIN)).contains(TITLE).doesNotContain("\u001b", "…");
    }

    @Test
    void wholeRowsAreColouredAndTheColoursTakeNoRoom() {
        String text = table.text(new Look(200, true));

        assertThat(text).contains("\u001b[31mwest-midlands    12\u001b[0m");
        assertThat(text.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(table.text(Look.PLAIN));
    }

    @Test
    void aCharacterOfTwoUnitsIsOneColumnAndIsNotTornApart() {
        TextTable emoji = new TextTable("what");
        emoji.row("😀".repeat(30));

        assertThat(emoji.text(new Look(11, false)).lines().skip(1)).containsExactly("😀😀😀😀😀…😀😀😀😀😀");
    }
}
