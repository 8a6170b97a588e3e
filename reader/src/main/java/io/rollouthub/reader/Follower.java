package io.rollouthub.reader;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.serde.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics into a model on a thread of its own: what is there, then what comes, on topics and partitions that are added
 * as well. A record that cannot be decoded is passed over. While Kafka is away it waits, then goes on; a topic that was made
 * anew, or anything else that goes wrong, lets it begin anew, and the model so far stays to be looked at until then.
 *
 * @param <M> the model
 * @param <V> a record, decoded
 */
public final class Follower<M, V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Connection hub;
    private final Source<M, V> source;
    private final Runnable onChange;
    private final ReaderThread thread;
    private final SaidOnce trouble = new SaidOnce();
    private final AtomicLong records = new AtomicLong();
    private volatile @Nullable M current;
    private volatile @Nullable Instant lastRecordAt;
    private Duration pause = FIRST_PAUSE;

    public enum Extent {
        ALL,
        NEWS,
        NOTHING
    }

    /** What is read, and how. */
    public interface Source<M, V> {
        /** Those to read of the topics that exist; none if one is missing that has to be there. */
        Collection<String> topics(Set<String> existing);

        /** What of a partition of those is read. */
        default Extent extent(TopicPartition partition) {
            return Extent.ALL;
        }

        /** An empty model; from now on nothing that comes is missed. */
        M begin();

        /** @throws UndecodableException if the record cannot be decoded; other exceptions if trying again may help */
        V decode(ConsumerRecord<String, byte[]> record);

        /** Takes in what came together; news is what came after what was there at first. */
        void take(M model, List<V> values, boolean news);

        /** All that was there at first has been taken in. */
        default void begun(M model) {}
    }

    /** Follows for one whom the source tells all. */
    public Follower(String name, Connection hub, Source<M, V> source) {
        this(name, hub, source, () -> {});
    }

    /** @param onChange is called when the model becomes another one, or a problem arises */
    public Follower(String name, Connection hub, Source<M, V> source, Runnable onChange) {
        this.hub = hub;
        this.source = source;
        this.onChange = onChange;
        this.thread = new ReaderThread(name, this::run);
    }

    public void start() {
        thread.start();
    }

    /** The model; null until all that was there at first has been read. */
    public @Nullable M current() {
        return current;
    }

    /** What keeps it from going on; null if nothing does. */
    public @Nullable String problem() {
        return trouble.said();
    }

    public long records() {
        return records.get();
    }

    /** When it read the last one, by this machine's clock; null if there was none. */
    public @Nullable Instant lastRecordAt() {
        return lastRecordAt;
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
                String what = e instanceof RolloutException known ? known.what() : String.valueOf(e.getMessage());
                if (trouble.isNews(what)) {
                    LOG.warn("{} begins anew: {}", thread.name(), what, e);
                    onChange.run();
                }
                thread.pause(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            }
        }
    }

    private void follow() {
        try (TopicReader reader = new TopicReader(hub.client(), KafkaClients.admin(hub.client(), PATIENCE))) {
            Collection<TopicDescription> topics = awaitTopics(reader.admin());
            if (topics.isEmpty()) {
                return; // closed
            }
            add(reader, Positions.partitions(topics));
            M model = source.begin();
            BooleanSupplier isAtEnd = reader.isAtEnd();
            reader.readBatchesUntil(
                    () -> thread.isOver() || isAtEnd.getAsBoolean(), batch -> take(model, batch, false));
            current = model;
            pause = FIRST_PAUSE;
            if (trouble.ends()) {
                LOG.info("{} has read all anew", thread.name());
            }
            source.begun(model);
            onChange.run();
            TopicLook look = new TopicLook(reader.admin(), source::topics, topics);
            reader.readBatchesUntil(
                    () -> {
                        add(reader, look.newPartitions());
                        return thread.isOver();
                    },
                    batch -> take(model, batch, true));
        }
    }

    private Collection<TopicDescription> awaitTopics(Admin admin) {
        while (!thread.isOver()) {
            Collection<String> topics = source.topics(KafkaClients.topics(admin));
            if (!topics.isEmpty()) {
                return Positions.describe(admin, topics);
            }
            thread.pause(FIRST_PAUSE);
        }
        return List.of();
    }

    private void add(TopicReader reader, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            switch (source.extent(partition)) {
                case ALL -> reader.begin(List.of(partition));
                case NEWS -> reader.skip(List.of(partition));
                case NOTHING -> {} // it has nothing for this model
            }
        }
    }

    private void take(M model, Iterable<ConsumerRecord<String, byte[]>> batch, boolean news) {
        List<V> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            records.incrementAndGet();
            try {
                values.add(source.decode(record));
            } catch (UndecodableException e) {
                LOG.warn(
                        "{}-{} offset {} is passed over: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        source.take(model, values, news);
        lastRecordAt = Instant.now();
    }

    @Override
    public void close() {
        thread.close();
    }
}
