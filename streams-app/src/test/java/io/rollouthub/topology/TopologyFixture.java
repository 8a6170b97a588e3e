package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;

/** Both topologies on test drivers, over a registry in memory that has every schema; JSON lines become events. */
abstract class TopologyFixture {
    private static final List<Schema> EVENTS = List.of(
            GoLiveEvent.getClassSchema(),
            ReleaseEvent.getClassSchema(),
            MilestoneEvent.getClassSchema(),
            ContractEvent.getClassSchema());

    final SchemaRegistry registry = SchemaRegistry.inMemory();
    final AvroWriter avro = new AvroWriter(registry);
    private final List<TopologyTestDriver> drivers = new ArrayList<>();

    TopologyFixture() {
        Stream.of(Topics.FEEDS, Topics.OF_LEDGER, LedgerStores.schemas())
                .flatMap(List::stream)
                .forEach(this::register);
        register(SupplierTopics.VERDICTS);
        EVENTS.forEach(schema -> registry.register(subjectOf(schema), schema.toString()));
    }

    private void register(Topic<?> topic) {
        registry.register(topic.subject(), topic.schema().toString());
    }

    /** A gate without a programme yet. */
    GateDriver gate(Arrival arrival) {
        return gate(arrival, FlowListener.NONE);
    }

    GateDriver gate(Arrival arrival, FlowListener listener) {
        Topology gate = new HubTopology(registry, listener).gate(Surroundings.of(arrival, () -> LiveClock.STOPPED));
        return new GateDriver(driver(gate), registry);
    }

    /** A ledger whose journal is empty. */
    LedgerDriver ledger() {
        return ledger(FlowListener.NONE);
    }

    LedgerDriver ledger(FlowListener listener) {
        return ledger(listener, Budget::unlimited);
    }

    LedgerDriver ledger(FlowListener listener, JournalKnowledge known) {
        return new LedgerDriver(
                driver(new HubTopology(registry, listener).ledger(KeptIn.MEMORY, Budget::unlimited, known)), registry);
    }

    /** @param slices how much it does at once */
    LedgerDriver ledger(FlowListener listener, Supplier<Budget> slices) {
        return new LedgerDriver(
                driver(new HubTopology(registry, listener).ledger(KeptIn.MEMORY, slices, JournalKnowledge.NOTHING)),
                registry);
    }

    TopologyTestDriver driver(Topology topology) {
        return driver(topology, new Properties());
    }

    TopologyTestDriver driver(Topology topology, Properties properties) {
        TopologyTestDriver driver = new TopologyTestDriver(topology, properties);
        drivers.add(driver);
        return driver;
    }

    @AfterEach
    void closeDrivers() {
        drivers.forEach(TopologyTestDriver::close);
    }

    /** A report's bytes as its supplier writes them. */
    byte[] bytes(String json) {
        return bytes(line(json).event());
    }

    byte[] bytes(SpecificRecord event) {
        return avro.write(subjectOf(event.getSchema()), event);
    }

    /** An event from a JSON line, checked as little as a client that is not ours would. */
    static ReportLine line(String json) {
        return (ReportLine)
                ReplayLines.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test", bad -> {})
                        .findFirst()
                        .orElseThrow();
    }

    /** The one that is good for every supplier's topic. */
    static String subjectOf(Schema event) {
        return event.getFullName();
    }
}
