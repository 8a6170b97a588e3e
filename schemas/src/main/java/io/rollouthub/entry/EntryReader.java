package io.rollouthub.entry;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries of the journal, or on their way there, as every reader of it must, so that all see the same: what is no
 * entry by its bytes and by schemas that are known was written by somebody else and is passed over, and so is what an
 * operator has decided to leave out. For one thread.
 */
public final class EntryReader {
    private final AvroReader reader;
    private final PassedOverEntries passedOver;
    private final Consumer<Skipped> skipped;

    /** A record that is passed over, and why. */
    public record Skipped(String topic, int partition, long offset, String why) {
        /** Where it stands: {@code topic partition:offset}. */
        String place() {
            return topic + " " + partition + ":" + offset;
        }

        /** In one line for people. */
        public String line() {
            return place() + " is passed over: " + why;
        }
    }

    /** @param skipped is told of each record that is passed over */
    public EntryReader(SchemaRegistry registry, PassedOverEntries passedOver, Consumer<Skipped> skipped) {
        this.reader = new AvroReader(registry, List.of(Topics.JOURNAL.schema()));
        this.passedOver = passedOver;
        this.skipped = skipped;
    }

    /** As below. */
    public @Nullable JournalEntry read(ConsumerRecord<String, byte[]> record) {
        return read(record.topic(), record.partition(), record.offset(), record.value());
    }

    /**
     * The entry; null: it is passed over.
     *
     * @throws UnreadableEntryException if the registry lacks its schema, or it is of a kind that a newer program knows
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer; trying again may help
     */
    public @Nullable JournalEntry read(String topic, int partition, long offset, byte @Nullable [] value) {
        String why = topic.equals(Topics.JOURNAL.name()) ? passedOver.why(partition, offset, value) : null;
        if (why == null) {
            try {
                return (JournalEntry) reader.read(value);
            } catch (UndecodableException e) {
                why = String.valueOf(e.getMessage());
                if (!e.isForGood()) {
                    throw new UnreadableEntryException(new Skipped(topic, partition, offset, why).place(), e);
                }
            }
        }
        skipped.accept(new Skipped(topic, partition, offset, why));
        return null;
    }
}
