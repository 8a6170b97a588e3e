package io.rollouthub.console.live;

import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.ReaderThread;
import io.rollouthub.reader.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics into a model on a thread of its own: what is there, then what comes. While Kafka is away it waits, then goes
 * on; should anything else go wrong it begins anew, and the model so far stays to be looked at until then.
 */
final class Follower<M> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connection hub;
    private final Source<M> source;
    private final Runnable onChange;
    private final ReaderThread thread;
    private volatile @Nullable M current;
    private volatile @Nullable String problem;
    private volatile Set<String> existing = Set.of();
    private final AtomicLong records = new AtomicLong();
    private volatile @Nullable Instant lastRecordAt;

    /** What is read, and how. */
    interface Source<M> {
        /** Those to read of the topics that exist; none if one is missing that has to be there. */
        Collection<String> topics(Set<String> existing);

        /** An empty model. */
        M begin();

        /**
         * Takes in what came together.
         *
         * @param news whether it came after what was there at first
         */
        void take(M model, Iterable<ConsumerRecord<String, byte[]>> records, boolean news);
    }

    /**
     * @param onChange is called when the model becomes another one, or a problem arises
     */
    Follower(String name, Connection hub, Source<M> source, Runnable onChange) {
        this.hub = hub;
        this.source = source;
        this.onChange = onChange;
        this.thread = new ReaderThread(name, this::run);
    }

    void start() {
        thread.start();
    }

    /** The model; null until all that was there at first has been read. */
    @Nullable
    M current() {
        return current;
    }

    /** What keeps it from going on; null if nothing does. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Tells it of the topics there are now. */
    void exist(Set<String> topics) {
        existing = topics;
    }

    private void run() {
        while (!thread.isOver()) {
            try {
                follow();
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                if (thread.isOver()) {
                    return;
                }
                trouble(e);
                thread.pause(PAUSE);
            }
        }
    }

    private void trouble(RuntimeException e) {
        String what = String.valueOf(e.getMessage());
        if (!what.equals(problem)) {
            LOG.warn("{} begins anew: {}", thread.name(), what, e);
            problem = what;
            onChange.run();
        }
    }

    private void follow() {
        Set<String> topics = awaitTopics();
        if (topics.isEmpty()) {
            return; // closed
        }
        Map<String, Object> client = new HashMap<>(hub.client());
        client.put("auto.offset.reset", "none"); // a topic that was made anew is read anew
        M model = source.begin();
        try (TopicReader reader = new TopicReader(client, topics)) {
            reader.readBatchesToEnd(batch -> take(model, batch, false));
            current = model;
            problem = null;
            onChange.run();
            reader.readBatchesUntil(
                    () -> {
                        extend(reader, topics);
                        return thread.isOver();
                    },
                    batch -> take(model, batch, true));
        }
    }

    private void take(M model, Iterable<ConsumerRecord<String, byte[]>> batch, boolean news) {
        source.take(model, batch, news);
        batch.forEach(record -> records.incrementAndGet());
        lastRecordAt = Instant.now();
    }

    /** How many records it has read. */
    long records() {
        return records.get();
    }

    /** When it read the last one, by this machine's clock; null if there was none. */
    @Nullable
    Instant lastRecordAt() {
        return lastRecordAt;
    }

    /** Takes in topics that are new, such as those of a supplier that has joined. */
    private void extend(TopicReader reader, Set<String> topics) {
        Set<String> more = new HashSet<>(source.topics(existing));
        more.removeAll(topics);
        if (!more.isEmpty()) {
            reader.add(more);
            topics.addAll(more);
        }
    }

    private Set<String> awaitTopics() {
        Map<String, Object> client = new HashMap<>(hub.client());
        client.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
        client.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        try (Admin admin = Admin.create(client)) {
            while (!thread.isOver()) {
                Set<String> topics = new HashSet<>(source.topics(
                        KafkaCalls.await("list topics", admin.listTopics().names())));
                if (!topics.isEmpty()) {
                    return topics;
                }
                thread.pause(PAUSE);
            }
        }
        return Set.of();
    }

    @Override
    public void close() {
        thread.close();
    }
}
