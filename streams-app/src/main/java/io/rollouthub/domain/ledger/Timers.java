package io.rollouthub.domain.ledger;

import io.rollouthub.domain.store.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** What has to be looked at when, found by one ordered read; at most one timer a kind, subject and instant. */
final class Timers {
    /** Of the longest instant, so that keys are in order of time. */
    private static final int DIGITS = 19;

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
        return first.isEmpty()
                ? null
                : timerOf(cluster, first.get(0).getKey(), first.get(0).getValue())
                        .due();
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
        return cluster + "/" + "0".repeat(DIGITS - millis.length()) + millis + "/";
    }

    private static String endOf(String cluster, Instant at) {
        return Table.endOf(pathOf(cluster, at));
    }

    private static String keyOf(String cluster, Timer timer) {
        return pathOf(cluster, timer.due()) + timer.kind() + "/" + timer.subject();
    }

    private static Timer timerOf(String cluster, String key, String subject) {
        int from = cluster.length() + 1;
        int to = key.indexOf('/', from);
        Instant due = Instant.ofEpochMilli(Long.parseLong(key.substring(from, to)));
        return new Timer(due, Kind.valueOf(key.substring(to + 1, key.indexOf('/', to + 1))), subject);
    }
}
