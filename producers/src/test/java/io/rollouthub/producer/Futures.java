package io.rollouthub.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks into futures that another thread completes. */
final class Futures {
    private static final int PATIENCE_SECONDS = 30;

    private Futures() {}

    static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no result: " + e, e);
        }
    }

    /** What the future fails with, which must be of our own making. */
    static String failure(CompletableFuture<?> future) {
        try {
            throw new AssertionError("no failure but " + future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no failure: " + e, e);
        } catch (ExecutionException e) {
            return assertThat(e.getCause())
                    .asInstanceOf(type(SupplierClientException.class))
                    .actual()
                    .what();
        }
    }

    /** Waits until a thread waits for something. */
    static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }
}
