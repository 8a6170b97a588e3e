package io.rollouthub.reader;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a hub's topics from their beginning to where they end now. For one thread. */
public final class HubReader {
    private final Connection hub;
    private final Set<String> topics;
    private final boolean running;
    private final Listener listener;
    private long read;

    public HubReader(Connection hub) {
        this(hub, new Listener() {});
    }

    public HubReader(Connection hub, Listener listener) {
        this.hub = hub;
        this.listener = listener;
        try (Admin admin = Admin.create(hub.client())) {
            topics = KafkaCalls.await("list topics", admin.listTopics().names());
            running = Groups.members(admin, Applications.GATE) > 0;
        }
    }

    /** Is told how it goes on. */
    public interface Listener {
        /** So many records have been read by now. */
        default void read(long records) {}

        /** All of some topics has been read. */
        default void done() {}
    }

    /** Takes in the journal's entries, in order per partition. */
    public interface JournalSink {
        void accept(int partition, JournalEntry entry);
    }

    /** How the hub is reached. */
    public Connection connection() {
        return hub;
    }

    /** Whether the hub's topics are there. */
    public boolean isPrepared() {
        return topics.contains(Topics.CLUSTER_STATUS.name());
    }

    /** Whether somebody runs the hub, so that its clock goes on. */
    public boolean isRunning() {
        return running;
    }

    /** The hub's clock; null if it has never ticked. */
    public @Nullable HubClock clock() {
        return HubClock.read(hub);
    }

    /** The results as published. */
    public ReadModel now() {
        ReadModel model = new ReadModel();
        read(TopicIntake.topics(topics), new TopicIntake(hub.registry(), model)::accept);
        return model;
    }

    /** What was rejected. */
    public void rejected(Consumer<Rejected> sink) {
        TopicIntake intake = new TopicIntake(hub.registry(), new ReadModel());
        read(
                topics.stream().filter(SupplierTopics::isRejected).toList(),
                record -> sink.accept(intake.rejected(record)));
    }

    /** The journal. */
    public void journal(JournalSink sink) {
        Deserializer<JournalEntry> deserializer = AvroSerde.deserializer(Topics.JOURNAL, hub.registry());
        read(
                List.of(Topics.JOURNAL.name()),
                record -> sink.accept(record.partition(), deserializer.deserialize(record.topic(), record.value())));
    }

    private void read(Collection<String> from, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (TopicReader reader = new TopicReader(hub.client(), from)) {
            reader.readToEnd(record -> {
                sink.accept(record);
                listener.read(++read);
            });
            listener.done();
        }
    }
}
