package io.rollouthub.connect.alertmanager;

import io.rollouthub.connect.alert.AlertReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All alerts that are open, and which of them are to be posted now. Time is an argument.
 *
 * <p>Each partition is read from its beginning, and what stands there need not be the latest: nothing of it is due
 * before it has been read up to what is new.
 */
final class AlertBoard {
    /** So long nothing is read of a partition that has been read to its end. */
    static final Duration QUIET = Duration.ofSeconds(3);

    private final Duration lease;
    private final Duration resend;
    private final Map<String, Entry> open = new TreeMap<>();
    private final Map<String, Entry> changed = new TreeMap<>();
    private final Map<Integer, Instant> catchingUp = new HashMap<>();
    private Instant lastRead = Instant.MIN;
    private Instant nextResend = Instant.MIN;

    /** An alert, with what Kafka says of its record. */
    private record Entry(AlertReport alert, int partition) {}

    AlertBoard(Duration lease, Duration resend) {
        this.lease = lease;
        this.resend = resend;
    }

    /** Begins with partitions, which will be read from their beginning. */
    void begin(Collection<Integer> partitions, Instant now) {
        partitions.forEach(partition -> catchingUp.put(partition, now));
        lastRead = now;
    }

    /** Another task has these partitions now, and keeps their alerts. */
    void leave(Collection<Integer> partitions) {
        catchingUp.keySet().removeAll(partitions);
        open.values().removeIf(entry -> partitions.contains(entry.partition));
        changed.values().removeIf(entry -> partitions.contains(entry.partition));
    }

    /** Takes a record, as Kafka has it written; null if there is none any more: its lease is left to run out. */
    void take(String alertId, @Nullable AlertReport alert, int partition, Instant written, Instant now) {
        lastRead = now;
        Instant began = catchingUp.get(partition);
        if (began != null && !written.isBefore(began)) {
            catchingUp.remove(partition);
        }
        boolean pending = changed.remove(alertId) != null;
        Entry before = open.remove(alertId);
        if (alert == null) {
            return;
        }
        Entry entry = new Entry(alert, partition);
        if (alert.isOpen()) {
            open.put(alertId, entry);
            if (before == null || pending || !before.alert.equals(alert)) {
                changed.put(alertId, entry);
            }
        } else if (began == null || written.isAfter(began.minus(lease))) {
            // One that ended longer ago has been told, or its lease has run out.
            changed.put(alertId, entry);
        }
    }

    /** What is to be posted. */
    List<AlertReport> due(Instant now) {
        if (!now.isBefore(lastRead.plus(QUIET))) {
            catchingUp.clear();
        }
        Stream<Entry> due = now.isBefore(nextResend)
                ? changed.values().stream()
                : Stream.concat(
                        changed.values().stream().filter(entry -> !entry.alert.isOpen()), open.values().stream());
        return due.filter(entry -> !catchingUp.containsKey(entry.partition))
                .map(Entry::alert)
                .toList();
    }

    /** That all that was due has been posted. */
    void posted(List<AlertReport> due, Instant now) {
        if (!now.isBefore(nextResend)) {
            nextResend = now.plus(resend);
        }
        Set<AlertReport> posted = new HashSet<>(due);
        changed.values().removeIf(entry -> posted.contains(entry.alert));
    }

    /** Until when an alert is to be taken for open if nothing more is heard. */
    Instant leaseEnd(Instant now) {
        return now.plus(lease);
    }

    /** How many alerts are open. */
    int size() {
        return open.size();
    }
}
