package io.rollouthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.NodePackages;
import io.rollouthub.testkit.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How the pages' code is written, by ESLint. */
class PagesIT {
    @Test
    @NeedsProgram({Program.NODE, Program.NPM})
    void thePagesCodeHasOneFormAndNoneOfTheUsualMistakes() {
        Path packages = NodePackages.installed(Path.of("src", "test", "js"));
        Command check = Command.of(
                "node",
                packages.resolve("node_modules/eslint/bin/eslint.js").toString(),
                "--config",
                packages.resolve("eslint.config.js").toString(),
                "src/main/resources",
                "src/test/js");

        Command.Ended form = check.run();

        assertThat(form.exitCode())
                .as(form.output() + "What is a matter of form alone is put right, in console, by\n"
                        + String.join(" ", check.and("--fix").words()))
                .isZero();
    }
}
