package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    @TempDir
    private Path tmp;

    /** Needs ever more memory, and would live on without the thread that gets none. */
    public static final class Hoarder {
        private Hoarder() {}

        public static void main(String[] args) throws InterruptedException {
            Thread hoarding = new Thread(Hoarder::hoard);
            hoarding.start();
            hoarding.join();
            System.out.println("the thread has ended");
            Thread.currentThread().join();
        }

        private static void hoard() {
            List<byte[]> kept = new ArrayList<>();
            while (kept.size() < Integer.MAX_VALUE) {
                kept.add(new byte[1 << 20]);
            }
        }
    }

    /** Tells its variables, each on a line. */
    public static final class Teller {
        private Teller() {}

        public static void main(String[] args) {
            System.getenv().forEach((name, value) -> System.out.println("variable " + name));
        }
    }

    @Test
    void itGetsTheVariablesThatItNeedsAndNoOthersAndGoesOnWithItsLog() throws Exception {
        Path log = Files.writeString(tmp.resolve("child.log"), "of before\n");
        try (ChildProcess child = start(Teller.class, Map.of("GIVEN", "1"))) {
            assertThat(child.endsWithin(Duration.ofSeconds(60))).isTrue();
            List<String> told = child.output()
                    .lines()
                    .filter(line -> line.startsWith("variable "))
                    .map(line -> line.substring("variable ".length()))
                    .toList();
            assertThat(told).contains("GIVEN", "PATH");
            assertThat(System.getenv().keySet()).hasSizeGreaterThan(told.size() - 1);
            assertThat(told)
                    .allMatch(name -> name.matches("GIVEN|PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG.*|LC_.*"
                            + "|LD_LIBRARY_PATH|JAVA_.*|JDK_.*|MALLOC_ARENA_MAX|KRB5.*|_"));
            assertThat(log).content().startsWith("of before\n").contains("variable GIVEN");
            assertThat(child.output()).doesNotContain("of before");
        }
    }

    @Test
    void oneWithoutMemoryEndsAndSaysWhy() throws URISyntaxException {
        try (ChildProcess child = start(Hoarder.class, Map.of())) {
            assertThat(child.endsWithin(Duration.ofSeconds(60)))
                    .as(child.output())
                    .isTrue();
            assertThat(child.process().exitValue()).as(child.output()).isEqualTo(3);
            assertThat(child.output()).contains("OutOfMemoryError: Java heap space");
        }
    }

    private ChildProcess start(Class<?> main, Map<String, String> environment) throws URISyntaxException {
        Path classes =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        // A folder on the class path stands for the jars in it, and this is one of classes.
        List<String> options = List.of("-Xmx16m", "-XX:+UseSerialGC", "-Xbootclasspath/a:" + classes);
        return new ChildJvm("child", List.of(classes), List.of(main.getName()), options, environment).start(tmp);
    }
}
