package io.rollouthub.reader;

import io.rollouthub.entry.EntryReader;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a hub's topics from their beginning to where they end now. For one thread. */
public final class HubReader {
    private static final Logger LOG = LoggerFactory.getLogger(HubReader.class);

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
        try (Admin admin = KafkaClients.admin(hub.client())) {
            topics = KafkaClients.topics(admin);
            running = Stage.GATE.members(admin) > 0;
        }
    }

    /** Is told how it goes on. */
    public interface Listener {
        /** So many records have been read by now. */
        default void read(long records) {}

        /** All of some topics has been read. */
        default void done() {}
    }

    public Connection connection() {
        return hub;
    }

    public boolean isPrepared() {
        return HubTopics.arePrepared(topics);
    }

    /** Whether somebody runs the hub, so that its clock goes on. */
    public boolean isRunning() {
        return running;
    }

    /** The programme in force; null if none has been published. */
    public static @Nullable Programme programme(Map<String, Object> client, SchemaRegistry registry) {
        return LatestValues.of(Topics.PROGRAMME, client, registry).get(Topics.PROGRAMME_KEY);
    }

    /** The results as published. */
    public ReadModel now() {
        ReadModel model = new ReadModel();
        read(HubTopics.told(topics), new TopicIntake(hub.registry(), model)::accept);
        return model;
    }

    public void rejected(Consumer<Rejected> sink) {
        RejectedRecord.Decoder decoder = new RejectedRecord.Decoder(hub.registry());
        read(
                HubTopics.rejected(topics),
                record -> sink.accept(decoder.read(record).what()));
    }

    /** Hands over the journal's entries with their partitions, in order per partition. */
    public void journal(BiConsumer<Integer, JournalEntry> sink) {
        EntryReader entries = LeftOutEntries.reader(hub, skipped -> LOG.info("{}", skipped.line()));
        read(List.of(Topics.JOURNAL.name()), record -> {
            JournalEntry entry = entries.read(record);
            if (entry != null) {
                sink.accept(record.partition(), entry);
            }
        });
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
