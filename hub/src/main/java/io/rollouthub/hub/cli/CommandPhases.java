package io.rollouthub.hub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command does one after the other while somebody waits: told to a person at a terminal, and timed. */
final class CommandPhases implements AutoCloseable {
    private final PrintWriter err;
    private final boolean timings;
    private final long start = System.nanoTime();
    private final Map<String, Duration> took = new LinkedHashMap<>();
    private @Nullable String phase;
    private long phaseStart = start;

    /** @param timings whether to tell in the end how long each took */
    CommandPhases(PrintWriter err, boolean timings) {
        this.err = err;
        this.timings = timings;
    }

    /** Ends the one before. */
    void begin(String name) {
        end();
        phase = name;
        if (Terminal.err()) {
            err.println("… " + name);
            err.flush();
        }
    }

    /** Ends the last one. */
    void end() {
        long now = System.nanoTime();
        if (phase != null) {
            took.merge(phase, Duration.ofNanos(now - phaseStart), Duration::plus);
        }
        phase = null;
        phaseStart = now;
    }

    /** Since the command began to tell of its phases. */
    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A line of a table of times. */
    void tell(Duration time, String what) {
        if (timings) {
            err.printf("%7.2f s  %s%n", time.toMillis() / 1000.0, what);
            err.flush();
        }
    }

    @Override
    public void close() {
        end();
        took.forEach((name, time) -> tell(time, name));
        took.clear();
    }
}
