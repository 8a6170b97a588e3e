package io.rollouthub.reader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A thread that reads from Kafka until it is told to end. It ends between two reads; only one that waits for Kafka for long
 * is interrupted, as Kafka's clients complain of that.
 */
public final class ReaderThread implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    /** @param work returns soon once {@link #isOver} */
    public ReaderThread(String name, Runnable work) {
        thread = new Thread(work, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return thread.getName();
    }

    public boolean isOver() {
        return over.getCount() == 0 || Thread.currentThread().isInterrupted();
    }

    /** Waits, unless it is told to end meanwhile. */
    public void pause(Duration time) {
        try {
            over.await(time.toMillis(), TimeUnit.MILLISECONDS); // either way the caller looks at isOver
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells it to end and waits until it has. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(GRACE.toMillis());
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
