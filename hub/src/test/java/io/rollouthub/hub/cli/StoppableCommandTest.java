package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class StoppableCommandTest {
    @Command(name = "prints")
    private static final class Prints extends StoppableCommand {
        @Override
        int run() {
            out().print("what somebody waits for");
            return 0;
        }
    }

    @Test
    void whatACommandPrintsIsOutWhenItEnds() {
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new Prints())
                .setOut(new PrintWriter(new BufferedWriter(out)))
                .execute();

        assertThat(exitCode).isZero();
        assertThat(out).hasToString("what somebody waits for");
    }
}
