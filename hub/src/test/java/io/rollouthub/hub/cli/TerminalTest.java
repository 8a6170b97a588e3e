package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.terminal.Look;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void coloursAreForTerminalsThatHaveThemAndPeopleWhoWantThem() {
        assertThat(Terminal.wantsColour(null, "xterm-256color")).isTrue();
        assertThat(Terminal.wantsColour("", null)).isTrue();
        assertThat(Terminal.wantsColour("1", "xterm")).isFalse();
        assertThat(Terminal.wantsColour(null, "dumb")).isFalse();
    }

    @Test
    void whatGoesIntoAPipeIsPlain() {
        assertThat(Terminal.look()).isEqualTo(Look.PLAIN);
    }

    @Test
    void progressIsOneLineThatIsGoneInTheEndAndNothingInAPipe() {
        StringWriter seen = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(seen), true)) {
            line.count(12_345, "entries written");
            line.count(12_346, "entries written"); // too soon to be seen
        }
        assertThat(seen.toString()).isEqualTo("\r… 12,345 entries written\u001b[K\r\u001b[K");

        StringWriter piped = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(piped), false)) {
            line.count(1, "entry written");
        }
        assertThat(piped.toString()).isEmpty();
    }
}
