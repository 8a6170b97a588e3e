package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
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
     * @param surroundings what it needs beyond its topics
     */
    public Topology gate(Surroundings surroundings) {
        Flow flow = new Flow(registry, listener);
        flow.keepProgramme(Topics.PROGRAMME);
        String control = flow.broadcast(Topics.CONTROL, surroundings.clocks());
        String reports = flow.check(SupplierTopics.ALL_IN, surroundings);
        flow.writeJournal(Topics.JOURNAL, control, reports);
        flow.writeClock(Topics.CLOCK, control);
        flow.writeRejected(new ByteArraySerializer(), new ByteArraySerializer(), reports);
        flow.writeRejectedOfUnknown(reports);
        flow.writeVerdicts(reports);
        flow.writeParked(Topics.PARKED, reports);
        return flow.topology();
    }

    /**
     * The journal becomes alerts, milestones, rates and the other results: one task a partition of the journal, each a
     * state machine of its own.
     *
     * @param kept in what its tables are
     * @param slices how much is done between two commits at most
     * @param known beyond the journal's entries
     */
    public Topology ledger(KeptIn kept, Supplier<Budget> slices, JournalKnowledge known) {
        Flow flow = new Flow(registry, listener);
        Shares shares = new Shares(slices, new TasksHere());
        String results = flow.apply(Topics.JOURNAL, kept, () -> new ApplyEntry(registry, listener, shares, known));
        Topics.OF_LEDGER.forEach(topic -> flow.write(topic, results));
        flow.write(Topics.VERDICTS_TOLD, results);
        flow.writeVerdicts(results);
        flow.writeRejected(new StringSerializer(), AvroSerde.serializer(Topics.JOURNAL, registry), results);
        flow.writeParked(Topics.PARKED, results);
        return flow.topology();
    }
}
