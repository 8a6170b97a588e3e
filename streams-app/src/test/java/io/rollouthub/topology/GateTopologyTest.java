package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.CONTRACT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.MILESTONE;
import static io.rollouthub.topology.Reports.RELEASE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Supplier;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate lets pass: reports that are in order, ticks and programmes. */
class GateTopologyTest extends TopologyFixture {
    private final GateDriver gate = gate(Arrival.BROKER_TIME);

    @ParameterizedTest
    @ValueSource(strings = {GO_LIVE, RELEASE, MILESTONE, CONTRACT})
    void aReportInOrderComesToTheJournalOnceAsItIs(String json) {
        gate.publish(PROGRAMME).report("fujitsu", bytes(json), ACCEPTED_AT);

        TestRecord<String, JournalEntry> entry = only(gate.journal());
        assertThat(entry.key()).isEqualTo("south");
        assertThat(entry.value())
                .isEqualTo(new JournalEntry(
                        ACCEPTED_AT,
                        new Origin(SupplierTopics.in("fujitsu"), 0, 0L),
                        line(json).event()));
        assertThat(entry.getRecordTime()).isEqualTo(ACCEPTED_AT);
        assertThat(gate.written()).containsExactly(Topics.JOURNAL.name());
    }

    @Test
    void anEntryOfTheJournalTellsWhenAndFromWhereTheReportCame() {
        gate.publish(PROGRAMME).report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(Json.of(only(gate.journal()).value()))
                .isEqualTo("""
                {"type": "JournalEntry", "acceptedAt": "2006-07-31T10:00:00Z", \
                "origin": {"type": "Origin", "topic": "%s", "partition": 0, "offset": 0}, \
                "entry": %s}""".formatted(SupplierTopics.in("fujitsu"), GO_LIVE));
    }

    @Test
    void aReportIsKeyedByItsClusterWhateverKeyItCameUnder() {
        gate.publish(PROGRAMME)
                .report("fujitsu", new TestRecord<>(new byte[] {-1}, bytes(GO_LIVE), new RecordHeaders(), ACCEPTED_AT));
        gate.report("fujitsu", new TestRecord<>(null, bytes(GO_LIVE), new RecordHeaders(), ACCEPTED_AT));

        assertThat(gate.journal()).extracting(TestRecord::key).containsExactly("south", "south");
    }

    @Test
    void repeatsPassTheGateForTheLedgerCountsThem() {
        gate.publish(PROGRAMME);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(gate.journal())
                .extracting(entry -> entry.value().getOrigin().getOffset())
                .containsExactly(0L, 1L);
    }

    @Test
    void liveTheBrokersTimestampCountsAndNoHeader() {
        RecordHeaders headers = new RecordHeaders();
        Arrival.setReplayHeader(headers, ACCEPTED_AT.plusSeconds(3_600));
        gate.publish(PROGRAMME).report("fujitsu", new TestRecord<>(null, bytes(GO_LIVE), headers, ACCEPTED_AT));

        assertThat(only(gate.journal()).value().getAcceptedAt()).isEqualTo(ACCEPTED_AT);
    }

    @Test
    void inAReplayTheDriversHeaderCountsAndNoTimestamp() {
        GateDriver replay = gate(Arrival.REPLAY_HEADER).publish(PROGRAMME);
        RecordHeaders headers = new RecordHeaders();
        Arrival.setReplayHeader(headers, ACCEPTED_AT);
        replay.report("fujitsu", new TestRecord<>(null, bytes(GO_LIVE), headers, Instant.ofEpochMilli(7)));
        replay.report("fujitsu", new TestRecord<>(null, null, headers, Instant.ofEpochMilli(9)));

        TestRecord<String, JournalEntry> entry = only(replay.journal());
        assertThat(entry.value().getAcceptedAt()).isEqualTo(ACCEPTED_AT);
        assertThat(entry.getRecordTime()).isEqualTo(ACCEPTED_AT);
        TestRecord<byte[], byte[]> refused = only(replay.rejected(SupplierTopics.rejected("fujitsu")));
        assertThat(RejectionHeaders.of(refused.headers()).acceptedAt()).isEqualTo(ACCEPTED_AT);
    }

    @Test
    void inAReplayARecordWithoutTheHeaderStopsEverything() {
        GateDriver replay = gate(Arrival.REPLAY_HEADER).publish(PROGRAMME);

        assertThatThrownBy(() -> replay.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(replay.written()).isEmpty();
    }

    @Test
    void ticksAndProgrammesPassFromTheControlTopicToTheJournal() {
        JournalEntry tick = new JournalEntry(ACCEPTED_AT, null, new Tick());
        JournalEntry programme = new JournalEntry(ACCEPTED_AT.plusMillis(1), null, PROGRAMME);
        gate.control("tick", tick, Instant.ofEpochMilli(1));
        gate.control("programme", programme, Instant.ofEpochMilli(2));

        assertThat(gate.journal())
                .containsExactly(
                        new TestRecord<>("tick", tick, ACCEPTED_AT),
                        new TestRecord<>("programme", programme, ACCEPTED_AT.plusMillis(1)));
    }

    @Test
    void aTickBeforeKafkasTimeBeganPassesAsWell() {
        JournalEntry tick = new JournalEntry(Instant.parse("1960-01-01T00:00:00Z"), null, new Tick());
        gate.control("tick", tick, Instant.ofEpochMilli(1));

        assertThat(gate.journal()).containsExactly(new TestRecord<>("tick", tick, Instant.EPOCH));
    }

    @Test
    void withoutAProgrammeNothingIsJudgedAndNothingIsLost() {
        assertThatThrownBy(() -> gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT))
                .hasRootCauseInstanceOf(MissingProgrammeException.class)
                .hasStackTraceContaining("rollout admin apply");
        assertThatThrownBy(() -> gate.report("fujitsu", null, ACCEPTED_AT))
                .hasRootCauseInstanceOf(MissingProgrammeException.class);
        assertThat(gate.written()).isEmpty();

        gate.publish(PROGRAMME).report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(gate.journal()).hasSize(1);
    }

    @Test
    void aProgrammeIsInForceFromItsPublicationOn() {
        byte[] report = bytes(with(GO_LIVE, "supplier", "\"csc\""));
        gate.publish(PROGRAMME).report("csc", report, ACCEPTED_AT);
        gate.publish(Npfit.programme(Supplier.newBuilder()
                        .setSupplier("csc")
                        .setName("CSC")
                        .setClusters(List.of("south"))
                        .build()))
                .report("csc", report, ACCEPTED_AT);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(only(gate.journal()).value().getOrigin().getTopic()).isEqualTo(SupplierTopics.in("csc"));
        assertThat(gate.rejected(SupplierTopics.REJECTED_UNKNOWN))
                .as("one before it was added, one of a supplier that was removed")
                .extracting(refused ->
                        RejectionHeaders.of(refused.headers()).origin().getTopic())
                .containsExactly(SupplierTopics.in("csc"), SupplierTopics.in("fujitsu"));
    }

    @Test
    void aSuppliersClustersAreThoseOfTheProgrammeInForce() {
        byte[] report = bytes(with(GO_LIVE, "cluster", "\"london\""));
        gate.publish(PROGRAMME).report("fujitsu", report, ACCEPTED_AT);
        gate.publish(Npfit.programme(Supplier.newBuilder()
                        .setSupplier("fujitsu")
                        .setName("Fujitsu")
                        .setClusters(List.of("south", "london"))
                        .build()))
                .report("fujitsu", report, ACCEPTED_AT);

        assertThat(gate.journal()).extracting(TestRecord::key).containsExactly("london");
        assertThat(gate.rejected(SupplierTopics.rejected("fujitsu")))
                .extracting(refused ->
                        RejectionHeaders.of(refused.headers()).refusal().reason())
                .containsExactly(Reason.CLUSTER_NOT_ALLOWED);
    }

    @Test
    void whileTheRegistryIsDownNothingIsRefusedForIt() throws IOException {
        try (SchemaRegistry down = SchemaRegistry.at("http://127.0.0.1:" + FreePort.any(), Map.of())) {
            GateDriver blind = new GateDriver(
                    driver(new HubTopology(down, FlowListener.NONE)
                            .gate(Surroundings.of(Arrival.BROKER_TIME, () -> LiveClock.STOPPED))),
                    registry);
            blind.publish(PROGRAMME);

            assertThatThrownBy(() -> blind.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT))
                    .hasCauseInstanceOf(RegistryUnavailableException.class);
            assertThat(blind.written()).isEmpty();
        }
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
