package io.rollouthub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    @Command
    static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new NoClassDefFoundError("io/rollouthub/Gone");
        }
    }

    @Test
    void anErrorEndsTheProgramAsFailedBeItInACommandOrBefore() {
        assertThat(Main.execute(() -> new CommandLine(new Broken()))).isOne();
        assertThat(Main.execute(() -> {
                    throw new ExceptionInInitializerError("no command line");
                }))
                .isOne();
    }
}
