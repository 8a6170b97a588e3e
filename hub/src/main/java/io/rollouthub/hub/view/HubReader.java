package io.rollouthub.hub.view;

import io.rollouthub.check.Reason;
import io.rollouthub.hub.local.Connection;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.runtime.Groups;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.KafkaCalls;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Instant;
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
    private static final Set<Reason> OF_THE_LEDGER = Set.of(Reason.DUPLICATE_ID, Reason.TOO_MANY_REVISIONS);

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
            running = Groups.members(admin, HubSettings.GATE) > 0;
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

    /** The results as they were known at an instant, worked out anew from the journal. */
    public ReadModel asOf(Instant instant) {
        TimeTravel travel = new TimeTravel(instant);
        journal(travel::accept);
        ReadModel model = travel.arrive();
        TopicIntake intake = new TopicIntake(hub.registry(), model);
        read(topics.stream().filter(SupplierTopics::isRejected).toList(), record -> {
            Rejected one = intake.rejected(record);
            boolean ofTheGate = !OF_THE_LEDGER.contains(one.why().refusal().reason());
            if (ofTheGate && !one.why().acceptedAt().isAfter(instant)) {
                model.reject(one);
            }
        });
        return model;
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
