package io.rollouthub.reader;

import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The results in some of the hub's topics: what is there, then every change as it comes. For one thread. */
public final class ChangeFeed implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Connection hub;
    private final Map<String, Topic<?>> topics;
    private final @Nullable String cluster;
    private final AvroReader values;
    private final TopicReader reader;
    private final Map<String, SpecificRecord> latest = new HashMap<>();
    private long heard = System.nanoTime();
    private boolean lost;

    /**
     * A value that came.
     *
     * @param before what its key had; null if nothing
     * @param now null if its key has nothing any more
     */
    public record Change(
            Topic<?> topic,
            String key,
            @Nullable SpecificRecord before,
            @Nullable SpecificRecord now) {}

    /** Hears of the connection: null once it is back. */
    public interface ConnectionListener extends Consumer<@Nullable Problem> {}

    /**
     * @param topics of the hub's results
     * @param cluster the only one of interest; null: all
     */
    public ChangeFeed(Connection hub, List<Topic<?>> topics, @Nullable String cluster) {
        this.hub = hub;
        this.topics = topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        this.cluster = cluster;
        values = new AvroReader(
                hub.registry(), topics.stream().map(Topic::schema).toList());
        reader = new TopicReader(hub.client(), this.topics.keySet());
    }

    /** What is there now. */
    public ReadModel read() {
        ReadModel model = new ReadModel();
        reader.readToEnd(record -> {
            Change change = change(record);
            if (change != null) {
                publish(model, change.topic(), change.key(), change.now());
            }
        });
        return model;
    }

    private static <V extends SpecificRecord> void publish(
            ReadModel model, Topic<V> topic, String key, @Nullable SpecificRecord value) {
        model.publish(topic, key, value == null ? null : topic.type().cast(value));
    }

    /**
     * Hands over what comes, until this thread is interrupted or nobody wants more. While Kafka is away it waits, then goes
     * on where it was.
     *
     * @param enough whether nobody wants more; asked several times a second
     * @param connection is told when Kafka no longer answers, and when it does again
     */
    public void follow(Consumer<Change> sink, BooleanSupplier enough, ConnectionListener connection) {
        reader.readUntil(
                () -> {
                    look(connection);
                    return Thread.currentThread().isInterrupted() || enough.getAsBoolean();
                },
                record -> {
                    heard = System.nanoTime();
                    Change change = change(record);
                    if (change != null) {
                        sink.accept(change);
                    }
                });
    }

    /** After some silence: there may be nothing to say, or nobody to say it. */
    private void look(ConnectionListener connection) {
        if (System.nanoTime() - heard < SILENCE.toNanos()) {
            return;
        }
        Problem problem = Reach.kafka(hub);
        heard = System.nanoTime();
        if (lost != (problem != null)) {
            lost = problem != null;
            connection.accept(problem);
        }
    }

    private @Nullable Change change(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        Topic<?> topic = topics.get(record.topic());
        if (topic == null || cluster != null && !key.equals(cluster) && !key.startsWith(cluster + "/")) {
            return null;
        }
        SpecificRecord now = record.value() == null ? null : values.read(record.value());
        String place = topic.name() + "/" + key;
        SpecificRecord before = now == null ? latest.remove(place) : latest.put(place, now);
        return new Change(topic, key, before, now);
    }

    @Override
    public void close() {
        reader.close();
    }
}
