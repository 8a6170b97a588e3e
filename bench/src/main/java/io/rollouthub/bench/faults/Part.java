package io.rollouthub.bench.faults;

import io.rollouthub.embedded.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process of the site that is started, killed and held again and again. For one thread. */
final class Part implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration GENTLY = Duration.ofSeconds(30);
    /** Between two starts of what ends by itself, as whoever looks after processes leaves it. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final Pattern FIGURE = Pattern.compile("(?m)^(VmRSS|Threads):\\s+(\\d+)");

    private final String name;
    private final String sign;
    private final IntFunction<ChildProcess> starter;
    private @Nullable ChildProcess child;
    private int runs;
    private long started;
    private boolean wanted;

    /**
     * @param sign what it prints once it is ready
     * @param starter is given which start of it this is, and returns at once
     */
    Part(String name, String sign, IntFunction<ChildProcess> starter) {
        this.name = name;
        this.sign = sign;
        this.starter = starter;
    }

    String name() {
        return name;
    }

    /** Starts it; it may not be ready yet. */
    Part start() {
        wanted = true;
        started = System.nanoTime();
        child = starter.apply(++runs);
        return this;
    }

    /** Waits until it is ready, or throws with what it said last. */
    void awaitReady() {
        ChildProcess started = running();
        started.awaitReady(PATIENCE, () -> Optional.of(sign)
                .filter(text -> started.output().contains(text)));
    }

    /** Ends it and what it has started at once, as a machine does that loses its power. */
    void kill() {
        wanted = false;
        if (!allEnd()) {
            throw running().failure("does not end when it is killed");
        }
    }

    private boolean allEnd() {
        List<ProcessHandle> all = everyProcess().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .orTimeout(GENTLY.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    /** Keeps it and what it has started from running. */
    void hold() {
        signal("STOP");
    }

    void release() {
        signal("CONT");
    }

    /** Whether it should run and has ended by itself, and not just after its last start. */
    boolean hasEnded() {
        return wanted && !running().process().isAlive() && System.nanoTime() - started > REST.toNanos();
    }

    /** What it and what it has started have of the machine now. */
    ProcessVitals vitals() {
        return everyProcess().map(Part::vitals).reduce(new ProcessVitals(0, 0), ProcessVitals::plus);
    }

    private static ProcessVitals vitals(ProcessHandle process) {
        Map<String, Long> figures = new HashMap<>();
        try {
            Matcher figure = FIGURE.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            while (figure.find()) {
                figures.put(figure.group(1), Long.parseLong(figure.group(2)));
            }
        } catch (IOException e) {
            // it has just ended
        }
        return new ProcessVitals(figures.getOrDefault("Threads", 0L).intValue(), figures.getOrDefault("VmRSS", 0L));
    }

    /** The threads of it and what each is at, for one who wants to know why it stands. */
    void printThreads() {
        if (child != null && child.process().isAlive()) {
            signal("QUIT");
        }
    }

    private ChildProcess running() {
        return Objects.requireNonNull(child, name);
    }

    /** The registry's command has the registry as a child of its own. */
    private Stream<ProcessHandle> everyProcess() {
        ProcessHandle own = running().process().toHandle();
        return Stream.concat(own.descendants(), Stream.of(own));
    }

    private void signal(String signal) {
        everyProcess().forEach(process -> {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new IllegalStateException("no program 'kill'", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        if (child != null) {
            allEnd();
        }
    }
}
