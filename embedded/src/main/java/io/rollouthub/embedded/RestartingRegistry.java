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
    private volatile boolean closed;

    /** Keeps one alive that runs, and was started from this jar in this folder on this address of the machine. */
    RestartingRegistry(EmbeddedRegistry running, Path jar, Path dir, InetAddress host) {
        this.running = running;
        this.jar = jar;
        this.dir = dir;
        this.address = new InetSocketAddress(host, running.port());
        watch(running);
    }

    /** Starts one and returns when it answers; see {@link EmbeddedRegistry#start}. */
    public static RestartingRegistry start(Path jar, Path dir, InetSocketAddress at) {
        return new RestartingRegistry(EmbeddedRegistry.launch(jar, dir, at).awaitReady(), jar, dir, at.getAddress());
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
        while (!closed) {
            LOG.warn("The schema registry has ended; starting it again");
            try {
                take(EmbeddedRegistry.launch(jar, dir, address).awaitReady());
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
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
