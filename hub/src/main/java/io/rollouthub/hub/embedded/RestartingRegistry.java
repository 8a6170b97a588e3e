package io.rollouthub.hub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry that is started again, on the same port and data, when its process ends although nobody closed it. */
final class RestartingRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestartingRegistry.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final Path jar;
    private final Path dir;
    private final int port;
    private final String url;
    private EmbeddedRegistry running;
    private boolean closed;

    /** Keeps one alive that runs, and was started from this jar in this folder. */
    RestartingRegistry(EmbeddedRegistry running, Path jar, Path dir) {
        this.running = running;
        this.jar = jar;
        this.dir = dir;
        this.port = running.port();
        this.url = running.url();
        watch(running);
    }

    String url() {
        return url;
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
                take(StartingRegistry.launch(jar, dir, port, true).awaitReady());
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
