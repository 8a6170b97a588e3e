package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topic;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The gate. Stateless; scales with the partitions of the suppliers' topics. Control and supplier topics are sources of one
 * sub-topology, so that a replay can order them by timestamp.
 */
final class GateFlow {
    private final Topology topology = new Topology();
    private final SchemaRegistry registry;
    private final FlowListener listener;

    GateFlow(SchemaRegistry registry, FlowListener listener) {
        this.registry = registry;
        this.listener = listener;
    }

    /** Every instance knows the programme in force. */
    void keepProgramme(Topic<Programme> programme) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(KeepProgramme.STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-programme",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                programme.name(),
                "keep-programme",
                KeepProgramme::new);
    }

    String broadcast(Topic<JournalEntry> control, Supplier<LiveClock> clocks) {
        String broadcast = "broadcast-control";
        topology.addSource(
                        "read-control",
                        new StringDeserializer(),
                        AvroSerde.deserializer(control, registry),
                        control.name())
                .addProcessor(broadcast, () -> new BroadcastControl(clocks), "read-control");
        return broadcast;
    }

    String check(Pattern reports, Arrival arrival) {
        String check = "check-report";
        topology.addSource("read-reports", new ByteArrayDeserializer(), new ByteArrayDeserializer(), reports)
                .addProcessor(check, () -> new CheckReport(registry, arrival, listener), "read-reports");
        return check;
    }

    void writeJournal(Topic<JournalEntry> journal, String... from) {
        topology.addSink(
                Sinks.JOURNAL,
                journal.name(),
                new StringSerializer(),
                AvroSerde.serializer(journal, registry),
                (String topic, String key, JournalEntry entry, int partitions) ->
                        JournalRoute.partitions(entry, partitions),
                from);
    }

    void writeRejected(String from) {
        topology.addSink(
                Sinks.REJECTED,
                new RejectedTopic<byte[], byte[]>(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                from);
    }

    Topology topology() {
        return topology;
    }
}
