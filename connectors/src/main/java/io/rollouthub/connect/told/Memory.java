package io.rollouthub.connect.told;

import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import io.rollouthub.topic.ToldTopics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What has been told, in memory and where it is kept. What could not be kept is kept first when that is possible again.
 *
 * <p>Where nothing is kept yet, as after an update from a hub that kept nothing, all that had been handed on before is
 * taken for told; it is kept together once it is known, so that a kill in between begins it again.
 */
final class Memory implements AutoCloseable {
    private final Supplier<ToldStore> opener;
    private final ToldBook book = new ToldBook();
    private final Map<String, Told> unwritten = new LinkedHashMap<>();
    private final Map<String, Told> takenForTold = new LinkedHashMap<>();
    private Map<TopicPartition, Long> handedOn = Map.of();
    private @Nullable ToldStore store;

    Memory(Supplier<ToldStore> opener) {
        this.opener = opener;
    }

    ToldBook book() {
        return book;
    }

    /** Reads what is new; whether there is anything that was not written here. KafkaException: not now. */
    boolean refresh() {
        ToldStore open = store();
        if (!unwritten.isEmpty()) {
            write(open, unwritten);
            unwritten.clear();
        }
        return read(open);
    }

    /** Begins to take for told what lies before these offsets. */
    void takeForTold(Map<TopicPartition, Long> before) {
        handedOn = before;
        takenForTold.clear();
    }

    /** Takes a transition for told if it was handed on before. */
    void look(TopicPartition partition, long offset, AlertReport transition) {
        if (offset < handedOn.getOrDefault(partition, 0L)) {
            String key = ToldTopics.key(transition.alertId(), transition.episode());
            Told told = told(transition, transition.at(), false);
            takenForTold.put(key, told);
            book.take(key, told);
        }
    }

    /** Keeps what was taken for told, all of it or nothing; how many episodes that were. */
    int keepTaken() {
        int taken = takenForTold.size();
        if (taken > 0) {
            write(store(), takenForTold);
            takenForTold.clear();
        }
        handedOn = Map.of();
        return taken;
    }

    /**
     * That a receiver is about to be sent a transition: should its answer be lost, as when the worker dies, it is still
     * known that it may have heard of an opening. Of an end that is known by the opening.
     */
    void telling(String key, AlertReport transition, Instant now) {
        if (transition.isOpen() && !book.isTelling(key, transition.startsAt())) {
            keep(key, told(transition, now, true));
        }
    }

    /** That a receiver has answered to a transition. */
    void told(String key, AlertReport transition, Instant now) {
        keep(key, told(transition, now, false));
    }

    private void keep(String key, Told told) {
        book.take(key, told);
        unwritten.put(key, told);
        write(store(), unwritten);
        unwritten.clear();
    }

    private static Told told(AlertReport transition, Instant at, boolean telling) {
        return new Told(
                transition.startsAt(),
                transition.isOpen() ? AlertState.OPEN : AlertState.RESOLVED,
                at.truncatedTo(ChronoUnit.MILLIS),
                telling);
    }

    private ToldStore store() {
        ToldStore open = store;
        if (open == null) {
            open = opener.get();
            store = open;
        }
        return open;
    }

    private boolean read(ToldStore open) {
        try {
            return open.readInto(book);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void write(ToldStore open, Map<String, Told> told) {
        try {
            open.write(told);
        } catch (RuntimeException e) {
            close(); // What a failed transaction leaves behind is cleared up by the next one that opens.
            throw e;
        }
    }

    @Override
    public void close() {
        ToldStore open = store;
        store = null;
        if (open != null) {
            try {
                open.close();
            } catch (KafkaException e) {
                // Whatever it says, it is given up.
            }
        }
    }
}
