package io.rollouthub.hub.health;

import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.NextTimer;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Where the clusters' clocks stand, and what the ledger waits for next. Safe for several threads. */
public final class ClusterClocks {
    /** What tells it. */
    public static final List<Topic<?>> TOPICS = List.of(Topics.CLUSTER_STATUS, Topics.TIMERS);

    private final Map<String, Instant> clocks = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> due = new ConcurrentHashMap<>();

    /** Begins anew. */
    public void clear() {
        clocks.clear();
        due.clear();
    }

    /** Takes a record of any topic. */
    public void take(HubRecord record) {
        if (record.value() instanceof ClusterStatus status) {
            clocks.put(status.getCluster(), status.getClock());
        } else if (record.value() instanceof NextTimer timer) {
            // At once is no instant: what has been read is being applied.
            if (timer.getDue() == null || timer.getDue().equals(Instant.EPOCH)) {
                due.remove(timer.getPartition());
            } else {
                due.put(timer.getPartition(), timer.getDue());
            }
        }
    }

    /** The cluster whose clock is furthest, with it. */
    Optional<Map.Entry<String, Instant>> furthest() {
        return clocks.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    /** What should have been judged, as time has come so far: when it was due, by partition of the journal. */
    Map<Integer, Instant> overdue(Instant tick) {
        Map<Integer, Instant> overdue = new TreeMap<>(due);
        overdue.values().removeIf(at -> at.isAfter(tick));
        return overdue;
    }
}
