package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Listening;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.replay.Progress;
import io.rollouthub.hub.replay.ReplayPlan;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a person at a terminal how a replay goes on, and keeps the time. */
final class CommandProgress implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final ProgressLine line;
    private final CommandPhases phases;
    private final Consumer<AlertTransition> onTransition;
    private @Nullable Duration firstAlert;
    private @Nullable Monitoring monitoring;

    /** @param timings whether to tell in the end how long each phase took */
    CommandProgress(PrintWriter err, boolean timings, Consumer<AlertTransition> onTransition) {
        this.err = err;
        this.phases = new CommandPhases(err, timings);
        this.line = new ProgressLine(err);
        this.onTransition = onTransition;
    }

    /** The first phases: a broker and a registry with nothing in them, and the topics that a replay needs. */
    LocalHub start(@Nullable Path data, ReplayPlan plan) {
        phase("start broker and registry");
        return LocalHub.start(data, Listening.ANY, broker -> {
            phase("create topics");
            plan.createTopics(broker);
            phase("wait for the registry");
        });
    }

    @Override
    public void phase(String name) {
        line.clear();
        phases.begin(name);
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

    @Override
    public void day(LocalDate day) {
        line.show(day.toString());
    }

    @Override
    public void transition(AlertTransition transition) {
        if (firstAlert == null) {
            firstAlert = phases.sinceStart();
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
        line.clear();
        phases.close();
        if (firstAlert != null) {
            phases.tell(firstAlert, "from start to the first alert");
        }
    }
}
