package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.failure.RolloutException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class RolloutCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsItsVersionAndHelpOnStandardOutput() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).startsWith("rollout ").contains("Kafka 4.");
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("Usage: rollout", "--verbose", "Exit codes:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void needsACommandAndSaysWhichThereAre() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("generate-completion");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void guessesWhatAMistypedCommandMeant() {
        assertThat(execute("generate-competion")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "rollout: there is no command 'generate-competion'",
                        "Did you mean 'generate-completion'?",
                        "See 'rollout --help'.");
    }

    @Test
    void pointsToTheHelpOfTheCommandWhoseOptionIsUnknown() {
        assertThat(execute("fail", "--speed", "3")).isEqualTo(2);
        assertThat(err.toString().lines())
                .contains("See 'rollout fail --help'.")
                .first()
                .asString()
                .startsWith("rollout: Unknown option");
    }

    @Test
    void tellsAnExpectedErrorInOneSentence() {
        assertThat(execute("fail")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("rollout: The file is empty. Give another.");
    }

    @Test
    void tellsAnUnexpectedErrorAndHowToSeeMore() {
        assertThat(execute("break")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "rollout: unexpected error: java.lang.IllegalStateException: odd",
                        "Run it again with --verbose to see where.");
    }

    private int execute(String... args) {
        CommandLine command = RolloutCommand.commandLine();
        command.addSubcommand(new Fail()).addSubcommand(new Break());
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    @Command(name = "fail")
    private static final class Fail implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new RolloutException("The file is empty.", "Give another.", new IllegalStateException("not shown"));
        }
    }

    @Command(name = "break")
    private static final class Break implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("odd");
        }
    }
}
