package io.rollouthub.hub.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.JournalRoute;
import java.util.Collections;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes entries into the journal itself, as the gate writes them. */
public final class JournalWriter {
    private final Producer<String, byte[]> producer;
    private final AvroWriter avro;
    private final int partitions;

    /** @param partitions of the journal */
    public JournalWriter(Producer<String, byte[]> producer, SchemaRegistry registry, int partitions) {
        this.producer = producer;
        this.avro = new AvroWriter(registry);
        this.partitions = partitions;
    }

    /**
     * Sends an entry.
     *
     * @param sent is told of each record what became of it
     */
    public void write(Entry entry, Callback sent) {
        JournalEntry record = entry.toRecord();
        byte[] value = avro.write(Topics.JOURNAL.subject(), record);
        long timestamp = JournalRoute.timestampOf(record);
        JournalRoute.partitions(record, partitions)
                .orElseGet(() -> Collections.singleton(null)) // left to the key
                .forEach(partition -> producer.send(
                        new ProducerRecord<>(Topics.JOURNAL.name(), partition, timestamp, entry.key(), value), sent));
    }
}
