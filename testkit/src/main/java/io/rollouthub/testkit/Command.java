package io.rollouthub.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program of this machine, which runs to its end; its environment comes on top of this process's. */
public record Command(
        List<String> words, Path folder, Map<String, String> environment, String input, Duration patience) {
    private static final Duration USUAL = Duration.ofMinutes(3);
    private static final int NOT_THERE = 127;
    private static final int KILLED = 137;

    public static Command of(String... words) {
        return of(List.of(words));
    }

    /** One with nothing to read, in the folder of this process. */
    public static Command of(List<String> words) {
        return new Command(words, Path.of(""), Map.of(), "", USUAL);
    }

    /** The same with more arguments. */
    public Command and(String... more) {
        List<String> all = Stream.concat(words.stream(), Stream.of(more)).toList();
        return new Command(all, folder, environment, input, patience);
    }

    public Command in(Path where) {
        return new Command(words, where, environment, input, patience);
    }

    public Command with(Map<String, String> variables) {
        return new Command(words, folder, variables, input, patience);
    }

    public Command reading(String text) {
        return new Command(words, folder, environment, text, patience);
    }

    public Command within(Duration time) {
        return new Command(words, folder, environment, input, time);
    }

    /**
     * Runs it. One that is not installed ends with 127, as in a shell. One that takes too long is killed with all that it
     * has started, and ends with 137.
     */
    public Ended run() {
        try {
            Path output = Files.createTempFile("command", ".out");
            try {
                // A file, not a pipe: a server that it leaves behind keeps what it had open.
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                return run(builder, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(words + ": " + e.getMessage(), e);
        }
    }

    private Ended run(ProcessBuilder builder, Path output) throws IOException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Ended(NOT_THERE, String.valueOf(e.getMessage()));
        }
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ended(process.exitValue(), Files.readString(output));
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Ended(KILLED, Files.readString(output) + "\n" + words + " did not end within " + patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(words + " was interrupted: " + Files.readString(output), e);
        }
    }

    /** How it ended; standard output and standard error are one text, as they came. */
    public record Ended(int exitCode, String output) {

        public boolean succeeded() {
            return exitCode == 0;
        }

        /** Its output, or an error that shows it if it failed. */
        public String orFail() {
            if (!succeeded()) {
                throw new AssertionError("exit code " + exitCode + ": " + output);
            }
            return output;
        }

        /** The last line that it printed; empty where it printed nothing. */
        public String lastLine() {
            return output.strip().lines().reduce("", (before, line) -> line);
        }
    }
}
