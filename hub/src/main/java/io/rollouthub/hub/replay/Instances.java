package io.rollouthub.hub.replay;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.InterruptException;

/** The instances of the streams application that a replay runs. */
final class Instances implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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

    /** How many do not run yet. */
    long notRunning() {
        return running.stream().filter(instance -> !instance.isRunning()).count();
    }

    /**
     * Until nothing is left.
     *
     * @param what there is so much of, as people are told if it stands still
     * @throws RolloutException if it does for long; an instance's own failure is thrown at once
     */
    void await(Duration poll, String what, LongSupplier left) {
        long before = -1;
        long since = System.nanoTime();
        for (long now = left.getAsLong(); now != 0; now = left.getAsLong()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptException("the replay was interrupted");
            }
            running.forEach(HubStreams::check);
            if (now != before) {
                before = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new RolloutException(
                        "The replay stands still: for " + PATIENCE.toMinutes() + " minutes " + now + " " + what + ".",
                        "Start it again. If it stands still each time, 'rollout doctor' on its folder (--data) says what hangs,"
                                + " and 'rollout doctor --mend' ends a transaction that does.");
            }
            LockSupport.parkNanos(poll.toNanos());
        }
    }

    @Override
    public void close() {
        running.parallelStream().forEach(HubStreams::close);
    }
}
