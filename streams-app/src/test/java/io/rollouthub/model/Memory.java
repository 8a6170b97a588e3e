package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a random programme has said so far, to come back to. */
final class Memory {

    /** Who reports on what: {@code replaces} names an event of the same supplier and thing. */
    record Line(String supplier, Thing thing) {}

    /** An event that was sent. */
    record Sent(Line line, String eventId, Object event) {

        String supplier() {
            return line.supplier();
        }

        Thing thing() {
            return line.thing();
        }
    }

    final List<Sent> sent = new ArrayList<>();
    final List<LocalDate> dates = new ArrayList<>();
    final List<Instant> reportedAts = new ArrayList<>();
    final Map<Thing, LocalDate> promised = new HashMap<>();
    final Map<Line, String> announced = new HashMap<>();
    final Map<String, Instant> lastAcceptedAt = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> goLives = new HashMap<>();

    /** Suppliers count for themselves, so that their ids are the same. */
    String nextId(String supplier) {
        return "e" + ids.merge(supplier, 1, Integer::sum);
    }

    void remember(Sent event, Instant reportedAt, Instant acceptedAt) {
        sent.add(event);
        reportedAts.add(reportedAt);
        lastAcceptedAt.put(event.supplier(), acceptedAt);
    }

    void wentLive(String cluster) {
        goLives.merge(cluster, 1, Integer::sum);
    }

    /** About how many are live in a cluster. */
    int goLives(String cluster) {
        return goLives.getOrDefault(cluster, 0);
    }
}
