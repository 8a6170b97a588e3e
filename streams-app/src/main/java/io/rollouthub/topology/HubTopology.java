package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * The map of the hub: reports and control, through the gate, to the journal; the journal, through the ledger, to the
 * results. Gate and ledger are an application of Kafka Streams each; the journal alone joins them.
 */
public record HubTopology(SchemaRegistry registry, FlowListener listener) {
    /**
     * What suppliers report and what the control topic says becomes the journal, or is rejected under the programme in
     * force; and how far time has come is told. Stateless; scales with the partitions of the suppliers' topics. Control and supplier topics are sources of
     * one sub-topology, so that a replay can order them by timestamp.
     *
     * @param arrival how a record tells when it was accepted
     * @param clocks makes the clock of the one task that ticks
     */
    public Topology gate(Arrival arrival, Supplier<LiveClock> clocks) {
        Flow flow = new Flow(registry, listener);
        flow.keepProgramme(Topics.PROGRAMME);
        String control = flow.broadcast(Topics.CONTROL, clocks);
        String reports = flow.check(SupplierTopics.ALL_IN, arrival);
        flow.writeJournal(Topics.JOURNAL, control, reports);
        flow.writeClock(Topics.CLOCK, control);
        flow.writeRejected(new ByteArraySerializer(), new ByteArraySerializer(), reports);
        flow.writeRejectedOfUnknown(reports);
        return flow.topology();
    }

    /**
     * The journal becomes alerts, milestones, rates and the other results: one task a partition of the journal, each a
     * state machine of its own.
     *
     * @param kept in what its tables are
     * @param slices how much is done between two commits at most
     * @param hasBegun whether the ledger has read anything of a partition of the journal, so that it must have state
     */
    public Topology ledger(KeptIn kept, Supplier<Budget> slices, IntPredicate hasBegun) {
        Flow flow = new Flow(registry, listener);
        String results = flow.apply(Topics.JOURNAL, kept, () -> new ApplyEntry(listener, slices, hasBegun));
        Topics.OF_LEDGER.forEach(topic -> flow.write(topic, results));
        flow.writeRejected(new StringSerializer(), AvroSerde.serializer(Topics.JOURNAL, registry), results);
        return flow.topology();
    }
}
