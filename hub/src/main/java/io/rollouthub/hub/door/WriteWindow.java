package io.rollouthub.hub.door;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time in which the registry behind the door takes writes: while somebody with the token makes them, and a moment longer. */
final class WriteWindow implements AutoCloseable {
    private final Consumer<Boolean> registry;
    private final Duration quiet;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "registry-door");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> end;

    /**
     * @param registry has it take writes, or none
     * @param quiet after that without a write it takes none again
     */
    WriteWindow(Consumer<Boolean> registry, Duration quiet) {
        this.registry = registry;
        this.quiet = quiet;
    }

    /** Returns when it takes writes. */
    synchronized void open() {
        if (end != null) {
            end.cancel(false);
        }
        registry.accept(true);
        end = timer.schedule(this::shut, quiet.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void shut() {
        registry.accept(false);
    }

    /** Returns when it is not just changing from one to the other, when it answers nobody. */
    @SuppressWarnings("EmptyMethod")
    synchronized void await() {
        // whoever changes it holds this
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
