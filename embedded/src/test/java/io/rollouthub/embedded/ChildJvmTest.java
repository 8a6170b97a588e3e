package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
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

    @Test
    void oneWithoutMemoryEndsAndSaysWhy() throws URISyntaxException {
        Path classes = Path.of(Hoarder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        // A folder on the class path stands for the jars in it, and this is one of classes.
        List<String> options = List.of("-Xmx16m", "-XX:+UseSerialGC", "-Xbootclasspath/a:" + classes);
        ChildJvm jvm = new ChildJvm("hoarder", List.of(classes), List.of(Hoarder.class.getName()), options, Map.of());
        try (ChildProcess child = jvm.start(tmp)) {
            assertThat(child.endsWithin(Duration.ofSeconds(60)))
                    .as(child.output())
                    .isTrue();
            assertThat(child.process().exitValue()).as(child.output()).isEqualTo(3);
            assertThat(child.output()).contains("OutOfMemoryError: Java heap space");
        }
    }
}
