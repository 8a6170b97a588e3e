package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The gate: what suppliers report and what the control topic says becomes the journal, or is refused.
 *
 * <p>Stateless; scales with the partitions of the suppliers' topics. Control and supplier topics are sources of one
 * sub-topology, so that a replay can order them by timestamp.
 */
public final class GateTopology {
    static final String WRITE_JOURNAL = "write-journal";
    static final String WRITE_REJECTED = "write-rejected";
    static final String PROGRAMME_STORE = "programme-by-name";

    private GateTopology() {}

    /** The topology, with nobody who listens. */
    public static Topology build(SchemaRegistry registry, Arrival arrival, Supplier<LiveClock> clocks) {
        return build(registry, arrival, clocks, FlowListener.NONE);
    }

    /**
     * The topology.
     *
     * @param arrival how a record tells when it was accepted
     * @param clocks makes the clock of the one task that ticks
     */
    public static Topology build(
            SchemaRegistry registry, Arrival arrival, Supplier<LiveClock> clocks, FlowListener listener) {
        Topology topology = new Topology();
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(PROGRAMME_STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-programme",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.PROGRAMME.name(),
                "keep-programme",
                KeepProgramme::new);
        topology.addSource(
                        "read-control",
                        new StringDeserializer(),
                        AvroSerde.deserializer(Topics.CONTROL, registry),
                        Topics.CONTROL.name())
                .addSource(
                        "read-reports", new ByteArrayDeserializer(), new ByteArrayDeserializer(), SupplierTopics.ALL_IN)
                .addProcessor("broadcast-control", () -> new BroadcastControl(clocks), "read-control")
                .addProcessor("check-report", () -> new CheckReport(registry, arrival, listener), "read-reports")
                .<String, JournalEntry>addSink(
                        WRITE_JOURNAL,
                        Topics.JOURNAL.name(),
                        new StringSerializer(),
                        AvroSerde.serializer(Topics.JOURNAL, registry),
                        new JournalPartitioner(),
                        "broadcast-control",
                        "check-report")
                .addSink(
                        WRITE_REJECTED,
                        new RejectedTopic(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "check-report");
        return topology;
    }
}
