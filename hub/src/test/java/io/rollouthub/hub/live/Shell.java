package io.rollouthub.hub.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is no Java and runs to its end. */
final class Shell {
    private static final int PATIENCE_SECONDS = 180;

    private Shell() {}

    /**
     * How it ended.
     *
     * @param output what it printed, standard error included
     */
    record Run(int exitCode, String output) {

        boolean isDone() {
            return exitCode == 0;
        }

        String lastLine() {
            return output.strip().lines().reduce("", (before, line) -> line);
        }
    }

    /** Runs it; one that is not installed has failed. */
    static Run run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end: " + output);
            }
            return new Run(process.exitValue(), output);
        } catch (IOException e) {
            return new Run(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
