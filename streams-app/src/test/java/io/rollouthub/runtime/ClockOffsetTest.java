package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockOffsetTest {

    @Test
    void ticksAreNotAheadWhereNoTestSaysSo() {
        assertThat(ClockOffset.ofThisJvm().now()).isZero();
    }

    @Test
    void timeGoesByWhenTheFileSaysSo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("offset"), "PT0S");
        ClockOffset offset = new ClockOffset(file);
        assertThat(offset.now()).isZero();
        Files.writeString(file, "PT40M");
        assertThat(offset.now()).isEqualTo(Duration.ofMinutes(40));
    }
}
