package io.rollouthub.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A running child JVM and the log it writes; ends with this process, or at {@link #close()}. */
public record ChildProcess(String name, Process process, ChildLog log) implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GENTLY = Duration.ofSeconds(5);
    private static final int LAST_LINES = 8;
    private static final Pattern STACK = Pattern.compile("^\\s+(at |\\.\\.\\. )");

    /**
     * Returns the sign that it shows once it is ready.
     *
     * @throws EmbeddedStartException if it has ended, or shows nothing for that time; it runs no more then
     */
    public <T> T awaitReady(Duration patience, Supplier<Optional<T>> sign) {
        try {
            long start = System.nanoTime();
            while (!endsWithin(POLL)) {
                Optional<T> shown = sign.get();
                if (shown.isPresent()) {
                    return shown.get();
                }
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw failure("did not answer for " + patience.toSeconds() + " seconds");
                }
            }
            throw failure("ended at its start");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Waits for its end; false if it still runs after that time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the " + name, e);
        }
    }

    /** What it has written since it started. */
    public String output() {
        if (!process.isAlive()) {
            log.awaitEnd();
        }
        return log.output();
    }

    /** That it did not start, why as far as its last lines tell, and where the rest is. */
    public EmbeddedStartException failure(String what) {
        List<String> lines =
                output().lines().filter(line -> !STACK.matcher(line).find()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new EmbeddedStartException(
                "The " + name + " " + what + ". Its log, " + log.file() + ", ends with:\n  "
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
