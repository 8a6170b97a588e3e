package io.rollouthub.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.utils.KafkaThread;
import org.apache.kafka.common.utils.Utils;
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
    private boolean changing;
    private volatile boolean closed;
    private volatile boolean writable;

    /** On which address of the machine one is, and whether it takes writes. */
    record Served(InetAddress host, boolean writable) {}

    /** Keeps one alive that runs so, and was started from this jar in this folder. */
    RestartingRegistry(EmbeddedRegistry running, Path jar, Path dir, Served served) {
        this.running = running;
        this.writable = served.writable();
        this.jar = jar;
        this.dir = dir;
        this.address = new InetSocketAddress(served.host(), running.port());
        watch(running);
    }

    /** Starts one and returns when it answers; see {@link EmbeddedRegistry#start}. */
    public static RestartingRegistry start(Path jar, Path dir, InetSocketAddress at) {
        return new RestartingRegistry(
                EmbeddedRegistry.launch(jar, dir, at, true).awaitReady(), jar, dir, new Served(at.getAddress(), true));
    }

    /** The address of Confluent's API, for clients of this machine. */
    public synchronized String url() {
        return running.url();
    }

    private void watch(EmbeddedRegistry registry) {
        registry.onEnd(
                () -> KafkaThread.daemon("registry-restart", this::restart).start());
    }

    private void restart() {
        boolean wanted = isChanging();
        while (!closed) {
            if (!wanted) {
                LOG.warn("The schema registry has ended; starting it again");
            }
            try {
                take(EmbeddedRegistry.launch(jar, dir, address, writable).awaitReady());
                return;
            } catch (EmbeddedStartException e) {
                LOG.warn("{} Trying again.", e.getMessage());
            }
            Utils.sleep(BACK_OFF.toMillis());
        }
    }

    private synchronized void take(EmbeddedRegistry registry) {
        if (closed) {
            registry.close();
        } else {
            running = registry;
            watch(registry);
        }
        changing = false;
        notifyAll();
    }

    private synchronized boolean isChanging() {
        return changing;
    }

    /** Has it take writes, or none, for which it is started again; returns when it answers. */
    public synchronized void makeWritable(boolean wanted) {
        if (writable == wanted || closed) {
            return;
        }
        writable = wanted;
        changing = true;
        running.close();
        try {
            while (changing && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the schema registry was started again", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        running.close();
    }
}
