package io.rollouthub.console;

import io.javalin.http.sse.SseClient;
import io.rollouthub.console.answer.Answers;
import io.rollouthub.console.answer.ClockAnswer;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.console.live.PendingNotices;
import io.rollouthub.console.live.PendingNotices.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells browsers what is new, at most four times a second; one that takes nothing any more holds nobody up. */
final class ChangeStream implements Answers.Listeners, AutoCloseable {
    private static final long PAUSE_MS = 250;
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_LISTENERS = 200;
    private static final int MOST_THREADS = 16;

    private final LiveHub hub;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private final ExecutorService senders = senders();
    private final Thread thread = new Thread(this::run, "console-stream");
    private long version;

    ChangeStream(LiveHub hub) {
        this.hub = hub;
        thread.setDaemon(true);
    }

    private static ExecutorService senders() {
        ThreadPoolExecutor senders = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "console-sender");
                    thread.setDaemon(true);
                    return thread;
                });
        senders.allowCoreThreadTimeOut(true);
        return senders;
    }

    void start() {
        thread.start();
    }

    @Override
    public int count() {
        return listeners.size();
    }

    @Override
    public boolean enter() {
        return places.tryAcquire();
    }

    @Override
    public void leave() {
        places.release();
    }

    @Override
    public void join(SseClient client) {
        Listener listener = new Listener(client, senders, client.ctx().queryParam("cluster"));
        client.keepAlive();
        AtomicBoolean gone = new AtomicBoolean();
        Runnable go = () -> {
            listeners.remove(listener);
            if (gone.compareAndSet(false, true)) {
                leave();
            }
        };
        client.onClose(go);
        listener.offer(connection());
        listener.offer(clock());
        listeners.add(listener);
        if (client.terminated()) {
            go.run(); // before it was known what to do then
        }
    }

    private void run() {
        long beat = System.nanoTime();
        try {
            while (true) {
                long quiet = HEARTBEAT_NANOS - (System.nanoTime() - beat);
                PendingNotices.Taken taken = hub.notices().take(Math.max(1, TimeUnit.NANOSECONDS.toMillis(quiet)));
                boolean due = System.nanoTime() - beat >= HEARTBEAT_NANOS;
                tell(taken, due);
                if (due || taken.ticked()) {
                    beat = System.nanoTime();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void tell(PendingNotices.Taken taken, boolean due) {
        if (taken.connectionChanged()) {
            Listener.Event event = connection();
            listeners.forEach(listener -> listener.offer(event));
        }
        if (!taken.changes().isEmpty()) {
            version++;
            listeners.forEach(listener -> {
                List<Change> wanted =
                        taken.changes().stream().filter(listener::wants).toList();
                if (!wanted.isEmpty()) {
                    listener.offer(new Listener.Event("change", Long.toString(version), new Changes(version, wanted)));
                }
            });
        }
        if (due || taken.ticked() || taken.connectionChanged()) {
            Listener.Event event = clock();
            listeners.forEach(listener -> listener.offer(event));
        }
    }

    private Listener.Event connection() {
        return new Listener.Event("connection", null, new Contact(hub.state(), hub.problem()));
    }

    private Listener.Event clock() {
        return new Listener.Event("clock", null, ClockAnswer.of(hub));
    }

    private record Contact(LiveHub.State state, @Nullable String problem) {}

    private record Changes(long version, List<Change> changes) {}

    @Override
    public void close() {
        thread.interrupt();
        listeners.forEach(Listener::close);
        senders.shutdownNow();
    }
}
