package io.rollouthub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A running child JVM and the log it writes; ends with this process, or at {@link #close()}. */
final class ChildProcess implements AutoCloseable {
    private static final Duration GENTLY = Duration.ofSeconds(5);
    private static final int LAST_LINES = 8;
    private static final Pattern STACK = Pattern.compile("^\\s+(at |\\.\\.\\. )");

    private final String name;
    private final Process process;
    private final Path log;

    ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Waits for its end; false if it still runs after that time. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the " + name, e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Runs something short once it has ended. */
    void onEnd(Runnable then) {
        process.onExit().thenRun(then);
    }

    /** What it has written since it started. */
    String output() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That it did not start, why as far as its last lines tell, and where the rest is. */
    EmbeddedStartException failure(String what) {
        List<String> lines =
                output().lines().filter(line -> !STACK.matcher(line).find()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new EmbeddedStartException(
                "The " + name + " " + what + ". Its log, " + log + ", ends with:\n  "
                        + (last.isEmpty() ? "(nothing)" : String.join("\n  ", last)),
                "Mend what it says there, and try again.");
    }

    /** Asks it to end, and makes it end if it does not within a few seconds. */
    @Override
    public void close() {
        endWithin(GENTLY);
    }

    /** Asks it to end, and makes it end if it does not within that time. */
    void endWithin(Duration time) {
        process.destroy();
        try {
            if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
