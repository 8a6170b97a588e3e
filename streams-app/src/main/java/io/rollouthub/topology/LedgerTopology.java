package io.rollouthub.topology;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;

/** The ledger: the journal becomes alerts, milestones and rates. One task a partition, each a state machine of its own. */
public final class LedgerTopology {
    static final String WRITE_OUTPUT = "write-output";
    private static final String APPLY_ENTRY = "apply-entry";

    private LedgerTopology() {}

    /** The topology, with nobody who listens. */
    public static Topology build(SchemaRegistry registry) {
        return build(registry, FlowListener.NONE);
    }

    /** The topology. */
    public static Topology build(SchemaRegistry registry, FlowListener listener) {
        Topology topology = new Topology()
                .addSource(
                        "read-journal",
                        new StringDeserializer(),
                        AvroSerde.deserializer(Topics.JOURNAL, registry),
                        Topics.JOURNAL.name())
                .addProcessor(APPLY_ENTRY, () -> new ApplyEntry(listener), "read-journal")
                .addSink(
                        WRITE_OUTPUT,
                        (String key, Output value, RecordContext context) -> value.topic(),
                        new StringSerializer(),
                        new OutputSerializer(registry),
                        (topic, key, value, partitions) -> value.partition(),
                        APPLY_ENTRY);
        LedgerStores.all(registry).forEach(store -> topology.addStateStore(store, APPLY_ENTRY));
        return topology;
    }
}
