package io.rollouthub.connect.told;

import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.topic.ToldTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which transitions are to be told, and when: an opening that lasts, once, and the end of what has been told. Time is an
 * argument.
 *
 * <p>All transitions are read from their beginning at each start; what has been told is known, so that nothing is told
 * twice. Nothing is told before what is open now is known: before {@link #caughtUp}. What is told waits in one line, so
 * that the order of transitions is kept.
 */
public final class Pages {
    private final ToldBook told;
    private final Duration holdDown;
    private final Map<String, Page> waiting = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private boolean caughtUp;

    /**
     * A transition that waits to be told.
     *
     * @param key of the episode
     * @param since when it began to wait
     * @param origin the record that it came with; null if there is none, as of an end that no record tells of
     */
    public record Page(
            String key,
            AlertReport transition,
            Instant since,
            @Nullable SinkRecord origin) {}

    /** @param holdDown how long a transition waits, so that what ends by then is not told at all */
    public Pages(ToldBook told, Duration holdDown) {
        this.told = told;
        this.holdDown = holdDown;
    }

    /** That all transitions will be taken again from the first on. */
    public void begin() {
        waiting.clear();
        open.clear();
        caughtUp = false;
    }

    /** Takes the next transition, in the order of its partition. */
    public void take(AlertReport transition, @Nullable SinkRecord origin, Instant now) {
        String key = ToldTopics.key(transition.alertId(), transition.episode());
        if (transition.isOpen()) {
            open.add(key);
            takeOpening(key, transition, origin, now);
        } else {
            open.remove(key);
            waiting.remove(key);
            if (told.isOpen(key)) {
                waiting.put(key, new Page(key, transition, now, origin));
            }
        }
    }

    private void takeOpening(String key, AlertReport transition, @Nullable SinkRecord origin, Instant now) {
        if (told.isTold(key, transition.startsAt())) {
            waiting.remove(key);
            return;
        }
        Page before = waiting.get(key);
        if (before == null) {
            waiting.put(key, new Page(key, transition, now, origin));
        } else { // It goes on with another start, in its place in the line.
            waiting.put(key, new Page(key, transition, before.since, before.origin));
        }
    }

    /** That what is open now is known: what was told and is not open any more is to be told as ended. */
    public void caughtUp(Instant now) {
        caughtUp = true;
        for (String key : told.open()) {
            if (!open.contains(key) && !waiting.containsKey(key)) {
                AlertReport end = AlertReport.unknownEnd(key, Objects.requireNonNull(told.latest(key)), now);
                waiting.put(key, new Page(key, end, now, null));
            }
        }
    }

    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** What is to be told next; null: nothing now. */
    public @Nullable Page due(Instant now) {
        if (!caughtUp || waiting.isEmpty()) {
            return null;
        }
        Page first = waiting.values().iterator().next();
        return isDueAfter(now, first) ? null : first;
    }

    private boolean isDueAfter(Instant now, Page page) {
        return page.since.plus(holdDown).isAfter(now);
    }

    /** When something is due, if that is before another instant; else that. */
    public Instant nextDue(Instant atMost) {
        return caughtUp
                        && !waiting.isEmpty()
                        && !isDueAfter(atMost, waiting.values().iterator().next())
                ? waiting.values().iterator().next().since.plus(holdDown)
                : atMost;
    }

    /** That the receiver has answered to what was due. */
    public void done(Page page) {
        waiting.remove(page.key, page);
    }

    /** All that waits, the first first. */
    public Collection<Page> waiting() {
        return waiting.values();
    }

    /** Up to where all has been told, or need not be: what waits is read again. */
    public Map<TopicPartition, OffsetAndMetadata> settled(Map<TopicPartition, OffsetAndMetadata> read) {
        Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>(read);
        for (Page page : waiting.values()) {
            SinkRecord origin = page.origin();
            if (origin != null) {
                OffsetAndMetadata from = new OffsetAndMetadata(origin.originalKafkaOffset());
                settled.computeIfPresent(partition(origin), (key, at) -> at.offset() <= from.offset() ? at : from);
            }
        }
        return settled;
    }

    /** Of which partition a record is, whatever a transformation made of it. */
    static TopicPartition partition(SinkRecord each) {
        return new TopicPartition(each.originalTopic(), each.originalKafkaPartition());
    }

    /** How many alerts are open now, as far as is known. */
    public int open() {
        return open.size();
    }
}
