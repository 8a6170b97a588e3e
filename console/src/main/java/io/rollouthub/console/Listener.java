package io.rollouthub.console;

import io.javalin.http.sse.SseClient;
import io.rollouthub.console.live.PendingNotices;
import io.rollouthub.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A browser that listens to changes; what it is told waits here while it is slow, and it is sent away if that is much. */
final class Listener {
    private static final int MOST_WAITING = 100;

    private final SseClient client;
    private final Executor senders;
    private final @Nullable String cluster;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private boolean sending;

    /** An event with one line of JSON. */
    record Event(String name, @Nullable String id, String data) {
        Event(String name, @Nullable String id, Object content) {
            this(name, id, new String(Json.write(content), StandardCharsets.UTF_8));
        }
    }

    /** @param cluster the only one of interest; null: all */
    Listener(SseClient client, Executor senders, @Nullable String cluster) {
        this.client = client;
        this.senders = senders;
        this.cluster = cluster;
    }

    boolean wants(PendingNotices.Change change) {
        return cluster == null || change.cluster() == null || cluster.equals(change.cluster());
    }

    /** Has an event sent, after those before it; never waits. */
    synchronized void offer(Event event) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            close(); // it asks anew when it comes back
            return;
        }
        waiting.add(event);
        if (!sending) {
            sending = true;
            try {
                senders.execute(this::send);
            } catch (RejectedExecutionException e) {
                waiting.clear(); // the console is being closed
            }
        }
    }

    private void send() {
        Event event = next();
        while (event != null && !client.terminated()) {
            client.sendEvent(event.name(), event.data(), event.id());
            event = next();
        }
    }

    private synchronized @Nullable Event next() {
        Event event = waiting.poll();
        sending = event != null;
        return event;
    }

    void close() {
        client.close();
    }
}
