package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The ledger. One task a partition of the journal, each a state machine of its own. */
final class LedgerFlow {
    private final Topology topology = new Topology();
    private final SchemaRegistry registry;
    private final FlowListener listener;

    LedgerFlow(SchemaRegistry registry, FlowListener listener) {
        this.registry = registry;
        this.listener = listener;
    }

    String apply(Topic<JournalEntry> journal) {
        String apply = "apply-entry";
        topology.addSource(
                        "read-journal",
                        new StringDeserializer(),
                        AvroSerde.deserializer(journal, registry),
                        journal.name())
                .addProcessor(apply, () -> new ApplyEntry(listener), "read-journal");
        LedgerStores.all(registry).forEach(store -> topology.addStateStore(store, apply));
        return apply;
    }

    <V extends SpecificRecord> void write(Topic<V> results, String from) {
        Serializer<V> values = AvroSerde.serializer(results, registry);
        topology.addSink(
                Sinks.of(results),
                results.name(),
                new StringSerializer(),
                (String topic, Placed placed) ->
                        values.serialize(topic, results.type().cast(placed.value())),
                (String topic, String key, Placed placed, int partitions) -> Optional.of(Set.of(placed.partition())),
                from);
    }

    /** The partition is left to the key: these topics have as many as the supplier's own. */
    void writeRejected(String from) {
        topology.addSink(
                Sinks.REJECTED,
                new RejectedTopic<String, JournalEntry>(),
                new StringSerializer(),
                AvroSerde.serializer(Topics.JOURNAL, registry),
                from);
    }

    Topology topology() {
        return topology;
    }
}
