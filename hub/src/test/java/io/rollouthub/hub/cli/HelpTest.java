package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Whoever asks a command for help is shown how it is used. */
class HelpTest {
    static Stream<CommandSpec> commands() {
        return allUnder(RolloutCommand.commandLine());
    }

    private static Stream<CommandSpec> allUnder(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().distinct().flatMap(HelpTest::allUnder));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasASentenceAndAnExampleOfItself(CommandSpec command) {
        assertThat(command.usageMessage().description())
                .as(command.qualifiedName())
                .isNotEmpty();
        String help = command.commandLine().getUsageMessage(Ansi.OFF);
        int examples = help.lastIndexOf("\nExample");
        assertThat(examples).as(help).isPositive();
        assertThat(help.substring(examples)).contains(command.qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionSaysWhatItDoes(CommandSpec command) {
        assertThat(command.options()).allSatisfy(option -> assertThat(option.description())
                .as(command.qualifiedName() + " " + option.longestName())
                .isNotEmpty());
    }
}
