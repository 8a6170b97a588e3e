package io.rollouthub.hub.replay;

import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;

/** The instances of the streams application that a replay runs. */
final class Instances implements AutoCloseable {
    private final Connection hub;
    private final HubSettings settings;
    private final Progress progress;
    private final List<HubStreams> running = new ArrayList<>();

    Instances(Connection hub, HubSettings settings, Progress progress) {
        this.hub = hub;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts so many.
     *
     * @param gate whether they have a gate, or a ledger alone
     */
    void start(int count, boolean gate) {
        progress.phase("start streams");
        for (int i = 0; i < count; i++) {
            HubSettings own = settings.withStateDir(settings.stateDir().resolve("instance-" + i));
            HubStreams instance = gate
                    ? HubStreams.start(own, hub.registry(), progress.instances())
                    : HubStreams.startLedger(own, hub.registry());
            running.add(instance);
            progress.started(instance);
        }
    }

    boolean areRunning() {
        return running.stream().allMatch(HubStreams::isRunning);
    }

    /** Until a condition is true; throws if an instance has failed. */
    void await(Duration poll, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptException("the replay was interrupted");
            }
            running.forEach(HubStreams::check);
            LockSupport.parkNanos(poll.toNanos());
        }
    }

    @Override
    public void close() {
        running.parallelStream().forEach(HubStreams::close);
    }
}
