package io.rollouthub.producer;

import io.rollouthub.journal.Origin;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All events whose verdict is not known yet, each matched with its verdict by where it stands on Kafka.
 *
 * <p>A letter is first unacknowledged, then, once Kafka has said where it stands, awaiting its verdict. As the verdict
 * may be read before that is said, verdicts on what nobody awaits are kept while a letter that they could be on is
 * unacknowledged. Every operation takes about the same short time, however many letters there are.
 */
final class Outstanding {
    /**
     * An event on its way, numbered in the order in which they were handed in; {@code whenDone} is run once its verdict is there.
     */
    record Letter(String eventId, long number, CompletableFuture<Verdict> verdict, Runnable whenDone) {

        /** In the place of the eventId of what may be no event. */
        static final String UNREAD = "";

        /** What helps an event that has no verdict. */
        static final String REMEDY = "Publish it again: the hub drops an identical repeat.";
    }

    private final Semaphore room;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Callbacks callbacks;
    private final TreeMap<Long, Letter> unacknowledged = new TreeMap<>();
    private final Map<Origin, Awaited> awaiting = new LinkedHashMap<>();
    private final Map<Origin, Early> early = new LinkedHashMap<>();
    private long admitted;
    private @Nullable String over;

    /** Where Kafka has an event: its topic's place, and the time that it was given there. */
    record Stamp(Origin origin, long timestamp) {}

    /**
     * The hub's verdict on what stood at a place when it was told; a topic that is made anew has other records at the same
     * places.
     *
     * @param eventId null: the hub could read none; then it is known by the time that Kafka gave it
     */
    record Answer(@Nullable String eventId, long acceptedAt, Verdict verdict) {
        private boolean isOn(Letter letter, long timestamp) {
            return eventId == null || letter.eventId().equals(Letter.UNREAD)
                    ? acceptedAt == timestamp
                    : eventId.equals(letter.eventId());
        }
    }

    /** A letter whose verdict is awaited until its deadline; all have the same patience, so the oldest comes first. */
    private record Awaited(Letter letter, long timestamp, long deadline) {}

    /** A verdict that only letters with smaller numbers can have been waiting for. */
    private record Early(Answer answer, long before) {}

    /** Lets in so many letters at most whose futures are not complete, each of which awaits its verdict with this patience. */
    Outstanding(int max, Duration patience, LongSupplier nanoTime, Callbacks callbacks) {
        this.room = new Semaphore(max);
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.callbacks = callbacks;
    }

    /**
     * A letter for an event that is about to be sent; throws if it is over. Waits for room first, but not in a callback, which
     * would wait for itself.
     */
    Letter admit(String eventId) throws InterruptedException {
        boolean takesRoom = !callbacks.runsHere();
        if (takesRoom) {
            room.acquire();
        }
        Runnable leave = takesRoom ? room::release : () -> {};
        synchronized (this) {
            if (over != null) {
                leave.run();
                throw new SupplierClientException(over, "Connect anew.");
            }
            Letter letter = new Letter(eventId, admitted++, new CompletableFuture<>(), leave);
            unacknowledged.put(letter.number(), letter);
            return letter;
        }
    }

    /** Kafka has the letter, and the hub's verdict on what stands there is awaited from now on. */
    synchronized void acknowledge(Letter letter, Stamp stamp) {
        if (unacknowledged.remove(letter.number()) == null) {
            return;
        }
        Early known = early.remove(stamp.origin());
        if (known != null && known.answer().isOn(letter, stamp.timestamp())) {
            complete(letter, known.answer().verdict());
        } else {
            awaiting.put(
                    stamp.origin(), new Awaited(letter, stamp.timestamp(), nanoTime.getAsLong() + patience.toNanos()));
        }
        forgetEarly();
    }

    /** The verdict on an unacknowledged letter is known without the hub. */
    synchronized void settle(Letter letter, Verdict verdict) {
        if (unacknowledged.remove(letter.number()) != null) {
            complete(letter, verdict);
            forgetEarly();
        }
    }

    /** An unacknowledged letter did not get to Kafka, or nobody knows where to. */
    synchronized void fail(Letter letter, String why, @Nullable Throwable cause) {
        if (unacknowledged.remove(letter.number()) != null) {
            giveUp(letter, why, cause);
            forgetEarly();
        }
    }

    /** The hub's verdict on what stands somewhere on the supplier's topic, perhaps nothing of ours. */
    synchronized void judge(Origin origin, Answer answer) {
        Awaited awaited = awaiting.get(origin);
        if (awaited != null) {
            if (answer.isOn(awaited.letter(), awaited.timestamp())) {
                awaiting.remove(origin);
                complete(awaited.letter(), answer.verdict());
            }
        } else if (!unacknowledged.isEmpty()) {
            early.put(origin, new Early(answer, admitted));
        }
    }

    /** Gives up on letters that have awaited their verdict too long. */
    synchronized void expire() {
        long now = nanoTime.getAsLong();
        Iterator<Map.Entry<Origin, Awaited>> oldestFirst = awaiting.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Origin, Awaited> oldest = oldestFirst.next();
            if (oldest.getValue().deadline() - now > 0) {
                return;
            }
            oldestFirst.remove();
            Origin origin = oldest.getKey();
            giveUp(
                    oldest.getValue().letter(),
                    "no verdict within " + patience.toSeconds() + " s: is the hub running? Kafka has the event ("
                            + origin.getTopic() + ", partition " + origin.getPartition() + ", offset "
                            + origin.getOffset() + "), and a hub that comes back will judge it",
                    null);
        }
    }

    /** Admits no more letters. */
    synchronized void end(String why) {
        over = over == null ? why : over;
    }

    /** Admits no more letters, and gives up on all there are. */
    synchronized void abandon(String why, @Nullable Throwable cause) {
        end(why);
        unacknowledged.values().forEach(letter -> giveUp(letter, why, cause));
        awaiting.values().forEach(awaited -> giveUp(awaited.letter(), why, cause));
        unacknowledged.clear();
        awaiting.clear();
        early.clear();
    }

    /** Waits until no verdict is awaited, at most so long. */
    synchronized void awaitNone(Duration atMost) throws InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        while (!isEmpty() && !deadline.isOver()) {
            wait(deadline.left().toMillis() + 1);
        }
    }

    /** Whether no verdict is awaited; then none that is read by now can be on a letter of ours, not even a later one. */
    synchronized boolean isEmpty() {
        return unacknowledged.isEmpty() && awaiting.isEmpty();
    }

    /** How many letters and verdicts are kept. */
    synchronized int size() {
        return unacknowledged.size() + awaiting.size() + early.size();
    }

    private void forgetEarly() {
        long oldest = unacknowledged.isEmpty() ? Long.MAX_VALUE : unacknowledged.firstKey();
        Iterator<Early> oldestFirst = early.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().before() <= oldest) {
            oldestFirst.remove();
        }
    }

    private void complete(Letter letter, Verdict verdict) {
        end(letter, () -> letter.verdict().complete(verdict));
    }

    private void giveUp(Letter letter, String why, @Nullable Throwable cause) {
        Exception failure = new SupplierClientException("event " + letter.eventId() + ": " + why, Letter.REMEDY, cause);
        end(letter, () -> letter.verdict().completeExceptionally(failure));
    }

    private void end(Letter letter, Runnable tell) {
        callbacks.execute(() -> {
            tell.run();
            letter.whenDone().run();
        });
        notifyAll();
    }
}
