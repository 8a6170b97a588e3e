package io.rollouthub.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry that is started again, on the same port and data, when its process ends although nobody closed it. */
public final class RestartingRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestartingRegistry.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final Path jar;
    private final Path dir;
    private final InetSocketAddress address;
    private EmbeddedRegistry running;
    private boolean closed;

    /** Keeps one alive that runs, and was started from this jar in this folder on this address of the machine. */
    RestartingRegistry(EmbeddedRegistry running, Path jar, Path dir, InetAddress host) {
        this.running = running;
        this.jar = jar;
        this.dir = dir;
        this.address = new InetSocketAddress(host, running.port());
        watch(running);
    }

    /**
     * Starts one that keeps its data, and returns when it answers.
     *
     * @param jar see {@link RegistryProgram}
     * @param dir for this registry alone (see {@link DataFolder})
     * @param at where it listens, port 0 for any free one
     * @throws EmbeddedStartException if the port is taken, or it ends or never answers
     */
    public static RestartingRegistry start(Path jar, Path dir, InetSocketAddress at) {
        return new RestartingRegistry(EmbeddedRegistry.launch(jar, dir, at).awaitReady(), jar, dir, at.getAddress());
    }

    /** The address of Confluent's API, for clients of this machine. */
    public synchronized String url() {
        return running.url();
    }

    private void watch(EmbeddedRegistry registry) {
        registry.onEnd(() -> {
            Thread restart = new Thread(this::restart, "registry-restart");
            restart.setDaemon(true);
            restart.start();
        });
    }

    private void restart() {
        while (!isClosed()) {
            LOG.warn("The schema registry has ended; starting it again");
            try {
                take(EmbeddedRegistry.launch(jar, dir, address).awaitReady());
                return;
            } catch (EmbeddedStartException e) {
                LOG.warn("{} Trying again.", e.getMessage());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
            } catch (InterruptedException e) {
                return; // nobody interrupts this thread but the end of the JVM
            }
        }
    }

    private synchronized void take(EmbeddedRegistry registry) {
        if (closed) {
            registry.close();
        } else {
            running = registry;
            watch(registry);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
