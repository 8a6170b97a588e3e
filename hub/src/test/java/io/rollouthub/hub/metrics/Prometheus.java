package io.rollouthub.hub.metrics;

import io.rollouthub.hub.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Prometheus and its tool, as Debian's package installs them. */
public final class Prometheus {
    public static final String SERVER = "prometheus";
    private static final String TOOL = "promtool";

    private Prometheus() {}

    /** Leaves the test out where the program is not installed, and says so. */
    public static void assumeInstalled(String program) {
        String path = System.getenv("PATH");
        boolean installed = path != null
                && List.of(path.split(":", -1)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!installed) {
            System.out.println("SKIPPED: no " + program + " here (Debian's package prometheus has it)");
        }
        Assumptions.assumeTrue(installed, program + " is not installed");
    }

    /** The tool with arguments; leaves the test out where it is not installed, and says so. */
    public static Command tool(String... args) {
        assumeInstalled(TOOL);
        return Command.of(TOOL).and(args);
    }
}
