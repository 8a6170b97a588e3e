package io.rollouthub.hub.cli;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.replay.Progress;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a person at a terminal how a replay goes on, and keeps the time. */
final class CommandProgress implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final ProgressLine line;
    private final boolean timings;
    private final Consumer<AlertTransition> onTransition;
    private final long start = System.nanoTime();
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private @Nullable String phase;
    private long phaseStart = start;
    private @Nullable Duration firstAlert;
    private @Nullable Monitoring monitoring;

    /** @param timings whether to tell in the end how long each phase took */
    CommandProgress(PrintWriter err, boolean timings, Consumer<AlertTransition> onTransition) {
        this.err = err;
        this.timings = timings;
        this.line = new ProgressLine(err);
        this.onTransition = onTransition;
    }

    /** The first phase: a broker and a registry with nothing in them; see {@link LocalHub#start(Path)}. */
    LocalHub start(@Nullable Path data) {
        phase("start broker and registry");
        return LocalHub.start(data);
    }

    @Override
    public void phase(String name) {
        end();
        phase = name;
        line.clear();
        if (Terminal.err()) {
            err.println("… " + name);
            err.flush();
        }
    }

    /** The same, which now lets somebody measure what the instances do; null: nobody. */
    CommandProgress measuredBy(@Nullable Monitoring by) {
        monitoring = by;
        return this;
    }

    @Override
    public FlowListener instances() {
        return monitoring == null ? FlowListener.NONE : monitoring.listener();
    }

    @Override
    public void started(HubStreams instance) {
        if (monitoring != null) {
            monitoring.watch(instance);
        }
    }

    @Override
    public void left(long records) {
        if (records > 0) {
            line.count(records, "records to go");
        } else {
            line.clear();
        }
    }

    private void end() {
        long now = System.nanoTime();
        if (phase != null) {
            phases.merge(phase, Duration.ofNanos(now - phaseStart), Duration::plus);
        }
        phaseStart = now;
    }

    @Override
    public void transition(AlertTransition transition) {
        if (firstAlert == null) {
            firstAlert = Duration.ofNanos(System.nanoTime() - start);
        }
        line.clear();
        onTransition.accept(transition);
    }

    @Override
    public void problem(String message) {
        line.clear();
        err.println("rollout: " + message);
        err.flush();
    }

    @Override
    public void close() {
        if (timings) {
            end();
            phases.forEach((name, took) -> err.printf("%7.2f s  %s%n", took.toMillis() / 1000.0, name));
            if (firstAlert != null) {
                err.printf("%7.2f s  from start to the first alert%n", firstAlert.toMillis() / 1000.0);
            }
            err.flush();
        }
    }
}
