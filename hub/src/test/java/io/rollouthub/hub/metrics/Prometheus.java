package io.rollouthub.hub.metrics;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.Program;

/** The tool of Prometheus. */
public final class Prometheus {
    private Prometheus() {}

    /** With arguments; leaves the test out where it is not installed, and says so. */
    public static Command tool(String... args) {
        return Command.of(Program.PROMTOOL.need().toString()).and(args);
    }
}
