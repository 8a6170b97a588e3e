package io.rollouthub.hub.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a command's work so that Ctrl-C interrupts it and waits while it closes what it has opened. */
final class GracefulStop {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int INTERRUPTED = 130;

    private GracefulStop() {}

    static int run(Callable<Integer> work) throws Exception {
        Thread worker = Thread.currentThread();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean stopping = new AtomicBoolean();
        Thread onExit = new Thread(
                () -> {
                    stopping.set(true);
                    worker.interrupt();
                    await(closed);
                },
                "graceful-stop");
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            return work.call();
        } catch (Exception e) {
            if (stopping.get()) { // whatever the interruption looked like to the work
                return INTERRUPTED;
            }
            throw e;
        } finally {
            closed.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onExit);
            } catch (IllegalStateException alreadyStopping) {
                // the hook is what stopped the work
            }
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
