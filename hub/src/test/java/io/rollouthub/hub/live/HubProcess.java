package io.rollouthub.hub.live;

import static org.awaitility.Awaitility.await;

import io.rollouthub.hub.HubArchive;
import io.rollouthub.hub.Main;
import io.rollouthub.testkit.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A command of {@code rollout} in a process of its own. */
public final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private HubProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param folder for what it prints
     * @param environment on top of this process's
     */
    public static HubProcess start(Path folder, Map<String, String> environment, String... args) {
        return of(folder, args[0], command(args), environment);
    }

    /** What starts it: the application as it was built, in the way of the script. */
    static List<String> command(String... args) {
        Path home = Path.of(System.getProperty("rollout.home"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("jvm.options"),
                "-XX:TieredStopAtLevel=1"));
        if (args[0].equals("up")) {
            command.add("@" + home.resolve("broker.options"));
        }
        command.addAll(HubArchive.in(home).options());
        command.addAll(List.of("-Drollout.home=" + home, "-cp", home.resolve("lib") + "/*", Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Starts a program that may be something else. */
    static HubProcess of(Path folder, String name, List<String> command) {
        return of(folder, name, command, Map.of());
    }

    static HubProcess of(Path folder, String name, List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile(folder, name, ".out");
            Path err = Files.createTempFile(folder, name, ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new HubProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed a text. */
    public void awaitOutput(String text) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("it has ended with " + process.exitValue());
                }
                return out().contains(text);
            });
        } catch (ConditionTimeoutException | IllegalStateException e) {
            throw new AssertionError(
                    "waited for '" + text + "', but " + e.getMessage() + "\n" + out() + err() + stacks(), e);
        }
    }

    /** What its threads are at, as far as it still runs. */
    private String stacks() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Command.of(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                .run()
                .output();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processes that it has started and that run. */
    public List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** What Ctrl-C and {@code kill} do; the exit code. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
