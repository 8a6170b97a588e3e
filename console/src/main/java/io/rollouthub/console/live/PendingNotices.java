package io.rollouthub.console.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What readers, who never wait, have found new since it was told; changes of one topic and cluster become one. */
public final class PendingNotices {
    private static final int MOST_KEYS = 20;

    private final Map<Change, Set<String>> keys = new LinkedHashMap<>();
    private boolean ticked;
    private boolean connectionChanged;

    /** Something of a topic and a cluster (null: of none) that has changed; without a key not one thing. */
    public record Change(
            String topic, @Nullable String key, @Nullable String cluster) {}

    public record Taken(List<Change> changes, boolean ticked, boolean connectionChanged) {}

    synchronized void changed(String topic, @Nullable String key, @Nullable String cluster) {
        Set<String> ofTopic = keys.computeIfAbsent(new Change(topic, null, cluster), change -> new LinkedHashSet<>());
        if (key == null) {
            ofTopic.clear();
        } else if (ofTopic.size() <= MOST_KEYS) {
            ofTopic.add(key);
        }
        notifyAll();
    }

    synchronized void ticked() {
        ticked = true;
        notifyAll();
    }

    /** Kafka was lost or found again, or what is there has been read (again) to its end. */
    synchronized void connectionChanged() {
        connectionChanged = true;
        notifyAll();
    }

    /** Waits until something is new, but not for ever; then it is so no more. */
    public synchronized Taken take(long mostMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        while (keys.isEmpty() && !ticked && !connectionChanged) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        List<Change> changes = new ArrayList<>();
        keys.forEach((change, ofTopic) -> {
            if (ofTopic.isEmpty() || ofTopic.size() > MOST_KEYS) {
                changes.add(change);
            } else {
                ofTopic.forEach(key -> changes.add(new Change(change.topic(), key, change.cluster())));
            }
        });
        Taken taken = new Taken(changes, ticked, connectionChanged);
        keys.clear();
        ticked = false;
        connectionChanged = false;
        return taken;
    }
}
