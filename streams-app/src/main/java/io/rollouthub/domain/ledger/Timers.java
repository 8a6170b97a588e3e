package io.rollouthub.domain.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be looked at when; at most one timer a kind, subject and instant of a cluster. Which cluster is next is known
 * without looking at the others.
 */
public final class Timers {
    private final Map<String, NavigableSet<Timer>> byCluster = new HashMap<>();

    /** The first of each cluster that has any. */
    private final NavigableSet<Due> first =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::cluster));

    /** Why something is looked at; of one instant in this order. */
    enum Kind {
        /** A pending milestone's due date has passed. */
        DUE,
        /** A day begins: forecasts and figures are made afresh. */
        REVIEW,
        /** A supplier has been silent for long. */
        SILENT
    }

    /** A timer of a cluster. */
    record Timer(Instant due, Kind kind, String subject) {
        private static final Comparator<Timer> IN_ORDER =
                Comparator.comparing(Timer::due).thenComparing(Timer::kind).thenComparing(Timer::subject);
    }

    /** Something is due in a cluster. */
    record Due(Instant at, String cluster) {}

    void set(String cluster, Timer timer) {
        NavigableSet<Timer> all = of(cluster);
        Timer before = all.isEmpty() ? null : all.first();
        all.add(timer);
        move(cluster, before, all);
    }

    void clear(String cluster, Timer timer) {
        NavigableSet<Timer> all = of(cluster);
        Timer before = all.isEmpty() ? null : all.first();
        all.remove(timer);
        move(cluster, before, all);
    }

    private NavigableSet<Timer> of(String cluster) {
        return byCluster.computeIfAbsent(cluster, name -> new TreeSet<>(Timer.IN_ORDER));
    }

    private void move(String cluster, @Nullable Timer before, NavigableSet<Timer> all) {
        Timer now = all.isEmpty() ? null : all.first();
        if (before == null || now == null || !before.due().equals(now.due())) {
            if (before != null) {
                first.remove(new Due(before.due(), cluster));
            }
            if (now != null) {
                first.add(new Due(now.due(), cluster));
            }
        }
    }

    /** When the first of all is due; null if there is none. */
    @Nullable
    Instant earliest() {
        return first.isEmpty() ? null : first.first().at();
    }

    /** What is due first of all, of one instant by the clusters' names, if that is not after the given instant; else null. */
    @Nullable
    Due next(Instant upTo) {
        return first.isEmpty() || first.first().at().isAfter(upTo) ? null : first.first();
    }

    /** The same of one cluster. */
    @Nullable
    Due next(String cluster, Instant upTo) {
        NavigableSet<Timer> all = of(cluster);
        return all.isEmpty() || all.first().due().isAfter(upTo)
                ? null
                : new Due(all.first().due(), cluster);
    }

    /** The milestones whose date ends at this very instant. */
    List<String> dueAt(String cluster, Instant at) {
        return of(cluster).subSet(new Timer(at, Kind.DUE, ""), new Timer(at, Kind.REVIEW, "")).stream()
                .map(Timer::subject)
                .toList();
    }

    /** Takes all timers of a cluster that are due at this very instant; there may be very many. */
    List<Timer> take(Due due) {
        NavigableSet<Timer> all = of(due.cluster());
        Timer before = all.isEmpty() ? null : all.first();
        Set<Timer> now =
                all.subSet(new Timer(due.at(), Kind.DUE, ""), new Timer(due.at().plusNanos(1), Kind.DUE, ""));
        List<Timer> taken = List.copyOf(now);
        now.clear();
        move(due.cluster(), before, all);
        return taken;
    }
}
