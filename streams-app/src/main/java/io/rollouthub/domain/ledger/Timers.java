package io.rollouthub.domain.ledger;

import io.rollouthub.domain.store.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** What has to be looked at when, found by one ordered read; at most one timer a kind, subject and instant. */
final class Timers {
    /** Of the longest instant, so that keys are in order of time. */
    private static final String ZEROS = "0".repeat(19);

    private final Table<String> timers;

    Timers(Table<String> timers) {
        this.timers = timers;
    }

    enum Kind {
        /** A pending milestone's due date has passed. */
        DUE,
        /** A day begins: forecasts and figures are made afresh. */
        REVIEW,
        /** A supplier has been silent for long. */
        SILENT
    }

    /** A timer of a cluster. */
    record Timer(Instant due, Kind kind, String subject) {}

    void set(String cluster, Timer timer) {
        timers.put(keyOf(cluster, timer), timer.subject());
    }

    void clear(String cluster, Timer timer) {
        timers.remove(keyOf(cluster, timer));
    }

    /** The instant of the cluster's first timer, if that is not after the given one; else null. */
    @Nullable
    Instant firstDue(String cluster, Instant upTo) {
        List<Entry<String, String>> first = timers.range(cluster + "/", endOf(cluster, upTo), 1);
        return first.isEmpty() ? null : dueOf(cluster, first.get(0).getKey());
    }

    /** The milestones whose date ends at this very instant. */
    List<String> dueAt(String cluster, Instant at) {
        String path = pathOf(cluster, at) + Kind.DUE + "/";
        return timers.under(path).stream().map(Entry::getValue).toList();
    }

    /** Takes all timers of a cluster that are due at this very instant. */
    List<Timer> takeDue(String cluster, Instant at) {
        List<Timer> due = timers.range(pathOf(cluster, at), endOf(cluster, at), Integer.MAX_VALUE).stream()
                .map(entry -> timerOf(cluster, entry.getKey(), entry.getValue()))
                .toList();
        due.forEach(timer -> clear(cluster, timer));
        return due;
    }

    /** Padded by hand: a formatter took a quarter of the ledger's time. */
    private static String pathOf(String cluster, Instant at) {
        String millis = Long.toString(at.toEpochMilli());
        return cluster + "/" + ZEROS.substring(millis.length()) + millis + "/";
    }

    private static String endOf(String cluster, Instant at) {
        return Table.endOf(pathOf(cluster, at));
    }

    private static String keyOf(String cluster, Timer timer) {
        return pathOf(cluster, timer.due()) + timer.kind() + "/" + timer.subject();
    }

    private static Timer timerOf(String cluster, String key, String subject) {
        int kind = key.indexOf('/', cluster.length() + 1) + 1;
        return new Timer(dueOf(cluster, key), Kind.valueOf(key.substring(kind, key.indexOf('/', kind))), subject);
    }

    private static Instant dueOf(String cluster, String key) {
        int from = cluster.length() + 1;
        return Instant.ofEpochMilli(Long.parseLong(key, from, key.indexOf('/', from), 10));
    }
}
