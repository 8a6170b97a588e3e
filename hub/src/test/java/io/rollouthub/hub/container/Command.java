package io.rollouthub.hub.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run of another program of this machine.
 *
 * @param output standard output and standard error, as they came
 */
record Command(int exitCode, String output) {
    private static final int NOT_THERE = 127;

    /** Runs it in the folder of the sources; what is not installed ends with 127, as in a shell. */
    static Command run(Duration patience, Map<String, String> environment, List<String> words) {
        try {
            Path output = Files.createTempFile("command", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(sources().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = start(builder);
                if (process == null) {
                    return new Command(NOT_THERE, "There is no program '" + words.get(0) + "'.");
                }
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(words + " does not end: " + Files.readString(output));
                }
                return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(words + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return null;
        }
    }

    /** Where Dockerfile and compose file are. */
    static Path sources() {
        return Path.of(System.getProperty("rollout.sources"));
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** Its output, or an error that shows it if it failed. */
    String orFail() {
        if (!succeeded()) {
            throw new AssertionError("exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
