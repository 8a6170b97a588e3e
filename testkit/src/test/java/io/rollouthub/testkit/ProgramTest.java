package io.rollouthub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramTest {

    @ParameterizedTest
    @EnumSource
    void aProgramIsFoundWhereItCanBeRunOrTheLineSaysWhatToInstall(Program program) {
        program.found().ifPresent(path -> assertThat(path).isExecutable());
        assertThat(program.missing()).matches("no [a-z ]+ here; on Debian: apt-get install [a-z0-9 .-]+");
    }

    @Test
    void aCommandThatIsNotInstalledEndsAsInAShell() {
        assertThat(Command.of("rollout-no-such-program").run().exitCode()).isEqualTo(127);
    }
}
