package io.rollouthub.serde;

import io.rollouthub.serde.WantedSchemas.Reading;
import io.rollouthub.topic.SupplierTopics;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what schema ids are and for which topics they are good, so that the registry is asked once for all that does not change,
 * and for the rest as often as a topic may ask. For one thread.
 */
final class KnownSchemas {
    /** Of how many ids is kept what they are, and of how many on a topic that they were refused. */
    private static final int MOST = 10_000;

    /** For how long the registry is not asked again about a refused id by a topic that has asked much in vain. */
    private static final long REFUSED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final WantedSchemas wanted;
    private final SubjectsTold subjects;
    private final LongSupplier nanos;
    private final AskingBudget budget;
    private final Map<Integer, Known> ids = latest();
    private final Map<OnTopic, Refused> refused = latest();

    private record OnTopic(int id, String topic) {}

    /** Why an id was refused that may be good by now, and when. */
    private record Refused(String why, long at) {}

    /** What an id is, for good: a schema that can be read, or why it cannot; and the topics for which it was found good. */
    private static final class Known {
        final @Nullable Reading reading;
        final @Nullable String why;
        final Set<String> topics = new HashSet<>();
        Set<String> subjects = Set.of();

        Known(@Nullable Reading reading, @Nullable String why) {
            this.reading = reading;
            this.why = why;
        }
    }

    /** @param nanos a clock as {@link System#nanoTime} */
    KnownSchemas(WantedSchemas wanted, SubjectsTold subjects, LongSupplier nanos) {
        this.wanted = wanted;
        this.subjects = subjects;
        this.nanos = nanos;
        this.budget = new AskingBudget(nanos);
    }

    private static <K, V> Map<K, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * How records of this schema are read; {@link UndecodableException} if they are not.
     *
     * @param topic under one of whose subjects it must stand; null: it may stand anywhere
     */
    Reading of(int id, @Nullable String topic) {
        Known known = ids.get(id);
        if (topic == null) {
            return readable(known == null ? learn(id) : known);
        }
        if (known != null && (known.reading == null || isGood(known, known.reading.record(), topic))) {
            return readable(known);
        }
        Refused before = refused.get(new OnTopic(id, topic));
        if (before == null ? budget.allows(topic) : isDueAgain(before, topic)) {
            return ask(id, topic, known);
        }
        throw new UndecodableException(
                before == null
                        ? "schema " + id
                                + " was not looked up, as records of this topic have named too many others that are not"
                                + " good for it; send it again in some seconds"
                        : before.why(),
                null,
                false);
    }

    /** At once, unless the topic has used half of what it may ask: the rest is for ids that it has not named yet. */
    private boolean isDueAgain(Refused before, String topic) {
        return budget.isPlenty(topic) || budget.allows(topic) && nanos.getAsLong() - before.at() >= REFUSED_NANOS;
    }

    private Reading ask(int id, String topic, @Nullable Known before) {
        OnTopic key = new OnTopic(id, topic);
        try {
            Known known = before == null ? learn(id) : before;
            Reading reading = readable(known);
            requireSubject(known, reading.record(), key);
            refused.remove(key);
            return reading;
        } catch (UndecodableException e) {
            budget.spend(topic);
            if (!e.isForGood()) {
                refused.put(key, new Refused(Objects.requireNonNull(e.getMessage()), nanos.getAsLong()));
            }
            throw e;
        }
    }

    private Known learn(int id) {
        Known known;
        try {
            known = new Known(wanted.fetch(id), null);
        } catch (UndecodableException e) {
            if (!e.isForGood()) {
                throw e;
            }
            known = new Known(null, e.getMessage());
        }
        ids.put(id, known);
        return known;
    }

    private static Reading readable(Known known) {
        if (known.reading == null) {
            throw new UndecodableException(Objects.requireNonNull(known.why), null);
        }
        return known.reading;
    }

    private void requireSubject(Known known, String record, OnTopic key) {
        if (!isGood(known, record, key.topic())) {
            known.subjects = subjects.of(key.id());
        }
        if (!isGood(known, record, key.topic())) {
            throw new UndecodableException(
                    "the registry has schema " + key.id() + " under no subject of this topic, which are "
                            + String.join(", ", SupplierTopics.subjects(key.topic(), record))
                            + ": register it under one of them and send the record again",
                    null,
                    false);
        }
    }

    /** That a schema was under a subject of the topic once is enough: what it wrote stays readable. */
    private boolean isGood(Known known, String record, String topic) {
        if (known.topics.contains(topic)) {
            return true;
        }
        if (Collections.disjoint(known.subjects, SupplierTopics.subjects(topic, record))) {
            return subjects.areUntold();
        }
        return known.topics.add(topic);
    }
}
