package io.rollouthub.reader;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what Kafka's admin client is asked. */
public final class KafkaCalls {
    private static final int PATIENCE_SECONDS = 60;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private KafkaCalls() {}

    /** The answer to what was asked, verb and object; a {@link KafkaCallException} if there is none, or a refusal. */
    public static <T> T await(String what, KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw KafkaCallException.of("Kafka would not " + what, cause);
        } catch (TimeoutException e) {
            throw KafkaCallException.late(what, PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KafkaCallException.of("interrupted while waiting for Kafka to " + what, e);
        }
    }

    /** Waits until a change can be seen, as Kafka answers before all of it knows; throws if it cannot in time. */
    public static void awaitSeen(String what, BooleanSupplier seen) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw KafkaCallException.late(what, PATIENCE_SECONDS);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Lets time pass, by {@link System#nanoTime()}, or as much of it as until this thread is interrupted. */
    public static void waitUntil(long nanoTime) {
        while (System.nanoTime() - nanoTime < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }
}
