package io.rollouthub.bench.start;

import io.rollouthub.bench.ground.App;
import io.rollouthub.reader.KafkaCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person sees of a command at a terminal, until it says what they wait for.
 *
 * @param first until it says anything
 * @param silence the longest time in which it says nothing
 * @param whole until it says what they wait for
 * @param processor what it, and all that it has started, have used of the processors until then
 */
public record SeenStart(Duration first, Duration silence, Duration whole, Duration processor) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Runs the application's script at a terminal of its own, and ends it then. */
    public static SeenStart forText(
            App app, Path folder, Map<String, String> environment, Pattern text, List<String> command)
            throws IOException {
        Path log = Files.createDirectories(folder).resolve("terminal.log");
        String line = command.stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" ", "exec '" + app.script() + "' ", ""));
        ProcessBuilder builder = new ProcessBuilder("script", "--quiet", "--return", "--flush", "-c", line, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return watch(process, log, text);
        } finally {
            end(process);
        }
    }

    private static SeenStart watch(Process process, Path log, Pattern text) throws IOException {
        long begun = System.nanoTime();
        long last = begun;
        long first = 0;
        long silence = 0;
        long size = 0;
        while (true) {
            long now = System.nanoTime();
            long length = Files.size(log);
            if (length > size) {
                first = size == 0 ? now - begun : first;
                silence = Math.max(silence, now - last);
                last = now;
                size = length;
                if (text.matcher(Files.readString(log, StandardCharsets.UTF_8)).find()) {
                    return new SeenStart(
                            Duration.ofNanos(first),
                            Duration.ofNanos(silence),
                            Duration.ofNanos(now - begun),
                            processorTime(process));
                }
            }
            if (!process.isAlive() || now - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("It did not say " + text + " but:\n" + Files.readString(log));
            }
            KafkaCalls.waitUntil(now + LOOK_NANOS);
        }
    }

    private static Duration processorTime(Process process) {
        return process.descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends what it runs in good order, with which it ends too. */
    private static void end(Process process) {
        process.children().forEach(ProcessHandle::destroy);
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
