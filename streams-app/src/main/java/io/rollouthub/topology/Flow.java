package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Parked;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.output.Verdict;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.state.Stores;

/** The steps of the hub's two topologies, for {@link HubTopology} to put together. */
final class Flow {
    private final Topology topology = new Topology();
    private final SchemaRegistry registry;
    private final FlowListener listener;

    Flow(SchemaRegistry registry, FlowListener listener) {
        this.registry = registry;
        this.listener = listener;
    }

    /** Every instance knows the programme in force. */
    void keepProgramme(Topic<Programme> programme) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(CurrentCheck.STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-programme",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                programme.name(),
                "keep-programme",
                CurrentCheck.KeepProgramme::new);
    }

    String broadcast(Topic<JournalEntry> control, Supplier<LiveClock> clocks) {
        String broadcast = "broadcast-control";
        read("read-control", control);
        topology.addProcessor(broadcast, () -> new BroadcastControl(clocks, registry, listener), "read-control");
        return broadcast;
    }

    /** As bytes: what is no entry is for whoever reads them to pass over. */
    private void read(String source, Topic<JournalEntry> entries) {
        topology.addSource(source, new StringDeserializer(), new ByteArrayDeserializer(), entries.name());
    }

    String check(Pattern reports, Surroundings surroundings) {
        String check = "check-report";
        Runnable untold = new UncheckedSubjects(registry.address());
        topology.addSource("read-reports", new ByteArrayDeserializer(), new ByteArrayDeserializer(), reports)
                .addProcessor(check, () -> new CheckReport(registry, surroundings, listener, untold), "read-reports");
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

    void writeClock(Topic<JudgedUpTo> clock, String from) {
        topology.addSink(
                Sinks.of(clock), clock.name(), new StringSerializer(), AvroSerde.serializer(clock, registry), from);
    }

    String apply(Topic<JournalEntry> journal, KeptIn kept, Supplier<ApplyEntry> ledgers) {
        String apply = "apply-entry";
        read("read-journal", journal);
        topology.addProcessor(apply, ledgers::get, "read-journal");
        LedgerStores.all(registry, kept).forEach(store -> topology.addStateStore(store, apply));
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

    void writeParked(Topic<Parked> parked, String from) {
        topology.addSink(
                Sinks.of(parked), parked.name(), new StringSerializer(), AvroSerde.serializer(parked, registry), from);
    }

    /** What comes on the topic of no supplier of the programme has no topic of its own. */
    void writeRejectedOfUnknown(String from) {
        topology.addSink(
                Sinks.REJECTED_UNKNOWN,
                SupplierTopics.REJECTED_UNKNOWN,
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                from);
    }

    /** The partition is left to the key. */
    <K, V> void writeRejected(Serializer<K> keys, Serializer<V> values, String from) {
        topology.addSink(Sinks.REJECTED, new RejectedTopic<K, V>(), keys, values, from);
    }

    /** To each supplier's own. */
    void writeVerdicts(String from) {
        topology.addSink(
                Sinks.VERDICTS,
                (String key, Verdict verdict, RecordContext context) -> Verdicts.topicOf(verdict),
                new StringSerializer(),
                AvroSerde.serializer(SupplierTopics.VERDICTS, registry),
                from);
    }

    Topology topology() {
        return topology;
    }
}
