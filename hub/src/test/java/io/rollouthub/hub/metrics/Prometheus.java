package io.rollouthub.hub.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Prometheus and its tool, as Debian's package installs them. */
public final class Prometheus {
    public static final String SERVER = "prometheus";
    public static final String TOOL = "promtool";

    private Prometheus() {}

    /** What a program came to. */
    public record Run(int exitCode, String output) {}

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

    /** Runs the tool on what it is given. */
    public static Run tool(String input, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end: " + output);
        }
        return new Run(process.exitValue(), output);
    }
}
