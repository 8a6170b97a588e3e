package io.rollouthub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far ticks are ahead of the broker's time: not at all, but in tests, which cannot wait for midnights.
 *
 * <p>On purpose no setting: neither command line, file nor environment of the hub knows it. A property of the JVM names a
 * file, and the duration in it is read before each tick, so that a hub that runs can see time go by.
 *
 * @param file null outside tests
 */
record ClockOffset(@Nullable Path file) {
    private static final String PROPERTY = "rollout.test.clock-offset";

    static ClockOffset ofThisJvm() {
        String file = System.getProperty(PROPERTY);
        return new ClockOffset(file == null ? null : Path.of(file));
    }

    Duration now() {
        if (file == null) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
