package io.rollouthub.bench.faults;

import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The alerts of which a transition has been told, as a reader of committed records hears it. */
final class HeardAlerts implements AutoCloseable {
    private final Set<String> alerts = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    HeardAlerts(Map<String, Object> client) {
        thread = new Thread(
                () -> {
                    try (TopicReader reader = new TopicReader(client, List.of(Topics.ALERT_TRANSITIONS.name()))) {
                        reader.readUntil(() -> closed, record -> alerts.add(record.key()));
                    }
                },
                "hear-transitions");
        thread.setDaemon(true);
        thread.start();
    }

    boolean has(String alertId) {
        return alerts.contains(alertId);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
