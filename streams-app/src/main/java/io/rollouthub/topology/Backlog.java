package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topic;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Entries of the journal that have been read and are not applied yet, in their order; the first may be at work. For one thread. */
final class Backlog {
    static final Topic<JournalEntry> SCHEMA = Topic.store("waiting-by-offset", JournalEntry.class);

    /** Text that has the order of the offsets. */
    private static final String KEY = "%019d";

    private final KeyValueStore<String, JournalEntry> store;
    private int size;

    private Backlog(KeyValueStore<String, JournalEntry> store) {
        this.store = store;
        try (KeyValueIterator<String, JournalEntry> all = store.all()) {
            all.forEachRemaining(entry -> size++);
        }
    }

    static StoreBuilder<?> store(SchemaRegistry registry) {
        return Stores.keyValueStoreBuilder(
                KeptIn.MEMORY.table(SCHEMA.name()), Serdes.String(), AvroSerde.of(SCHEMA, registry));
    }

    static Backlog of(ProcessorContext<?, ?> context) {
        return new Backlog(context.getStateStore(SCHEMA.name()));
    }

    /** An entry, and where it stands in the journal. */
    record Unapplied(long offset, JournalEntry entry) {}

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Unapplied entry) {
        store.put(key(entry), entry.entry());
        size++;
    }

    /** The one that is next; there must be one. */
    Unapplied first() {
        try (KeyValueIterator<String, JournalEntry> all = store.all()) {
            KeyValue<String, JournalEntry> first = all.next();
            return new Unapplied(Long.parseLong(first.key), first.value);
        }
    }

    /** An entry is applied. */
    void remove(Unapplied entry) {
        if (store.delete(key(entry)) != null) {
            size--;
        }
    }

    private static String key(Unapplied entry) {
        return String.format(Locale.ROOT, KEY, entry.offset());
    }
}
