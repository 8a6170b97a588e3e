package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.MILESTONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.PassedOver;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.Progress;
import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What stands in the journal, or on its way there, and is no entry. */
class PassedOverTest extends TopologyFixture {
    private static final String START = "2006-05-31T23:00:00Z";

    /** Of a schema that the registry does not have. */
    private static final byte[] UNKNOWN =
            ByteBuffer.allocate(6).put((byte) 0).putInt(1_000_000).put((byte) 0).array();

    private final List<String> heard = new ArrayList<>();
    private final FlowListener listener = new FlowListener() {
        @Override
        public void passedOver(String topic) {
            heard.add(topic);
        }
    };

    @Test
    void foreignBytesInTheJournalArePassedOverAndCounted() {
        LedgerDriver ledger = ledger(listener).adopt(PROGRAMME, START);
        ledger.append("south", new byte[] {1, 2, 3}, ACCEPTED_AT);
        ledger.append("south", null, ACCEPTED_AT);
        ledger.append("south", bytes(GO_LIVE), ACCEPTED_AT); // a report, and no entry
        ledger.report(line(MILESTONE));
        ledger.append("south", new byte[] {1}, ACCEPTED_AT);
        ledger.pass(Duration.ofSeconds(1));

        assertThat(heard).hasSize(4).containsOnly(Topics.JOURNAL.name());
        assertThat(ledger.read(Topics.MILESTONES)).hasSize(1);
        assertThat(ledger.read(Topics.PROGRESS))
                .last()
                .extracting(TestRecord::value)
                .extracting(Progress::getPosition)
                .isEqualTo(6L);
    }

    @Test
    void foreignBytesOnTheControlTopicArePassedOverAndCounted() {
        GateDriver gate = gate(Arrival.BROKER_TIME, listener).publish(PROGRAMME);
        gate.control("tick", new byte[] {1, 2, 3}, ACCEPTED_AT);
        JournalEntry tick = new JournalEntry(ACCEPTED_AT, null, new Tick());
        gate.control("tick", tick, ACCEPTED_AT);

        assertThat(heard).containsExactly(Topics.CONTROL.name());
        assertThat(gate.journal()).extracting(TestRecord::value).containsExactly(tick);
    }

    @Test
    void anEntryOfASchemaThatTheRegistryLacksStopsTheLedgerAndNamesItsPlaceAndTheWayOut() {
        LedgerDriver ledger = ledger(listener).adopt(PROGRAMME, START);

        assertThatThrownBy(() -> ledger.append("south", UNKNOWN, ACCEPTED_AT))
                .hasStackTraceContaining(
                        "The record at rollout.journal 0:1 cannot be read: the registry has no schema 1000000");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatANewerProgramWritesIsReadButAKindThatThisOneDoesNotKnowStopsIt() throws IOException {
        LedgerDriver ledger = ledger(listener).adopt(PROGRAMME, START);
        Schema newer = new Schema.Parser().parse(newerJournal());
        int id = registry.register(Topics.JOURNAL.subject(), newer.toString());
        ledger.append("south", written(newer, id, "io.rollouthub.journal.Tick"), ACCEPTED_AT);

        assertThatThrownBy(() -> ledger.append("south", written(newer, id, "io.rollouthub.journal.Pause"), ACCEPTED_AT))
                .hasStackTraceContaining(
                        "The record at rollout.journal 0:2 cannot be read: it holds a \"io.rollouthub.journal.Pause\""
                                + " (schema " + id + "), which this program does not know. Run the newer version");
        assertThat(heard).isEmpty();
    }

    /** The journal's schema with one field and one kind of entry more. */
    private static String newerJournal() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode schema = (ObjectNode) mapper.readTree(Topics.JOURNAL.schema().toString());
        ArrayNode fields = (ArrayNode) schema.get("fields");
        fields.addObject().put("name", "note").put("type", "string").put("default", "");
        for (JsonNode field : fields) {
            if (field.get("name").asText().equals("entry")) {
                ((ArrayNode) field.get("type"))
                        .addObject()
                        .put("type", "record")
                        .put("name", "Pause")
                        .put("namespace", "io.rollouthub.journal")
                        .putArray("fields");
            }
        }
        return schema.toString();
    }

    private static byte[] written(Schema newer, int id, String kind) throws IOException {
        Schema entries = newer.getField("entry").schema();
        GenericRecord entry = new GenericRecordBuilder(newer)
                .set("acceptedAt", ACCEPTED_AT.toEpochMilli())
                .set("entry", new GenericData.Record(entries.getTypes().get(entries.getIndexNamed(kind))))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(newer).write(entry, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @Test
    void anEntryThatAnOperatorHasPassedOverIsLeftOutAtItsPlaceAlone() {
        PassedOver decision =
                new PassedOver(0, 1L, PassedOverEntries.digest(UNKNOWN), "the registry has no schema", Instant.EPOCH);
        LedgerDriver ledger =
                ledger(listener, knowing(PassedOverEntries.NONE.and(decision))).adopt(PROGRAMME, START);
        ledger.append("south", UNKNOWN, ACCEPTED_AT);
        ledger.report(line(MILESTONE));
        ledger.pass(Duration.ofSeconds(1));

        assertThat(heard).containsExactly(Topics.JOURNAL.name());
        assertThat(ledger.read(Topics.MILESTONES)).hasSize(1);
        assertThatThrownBy(() -> ledger.append("south", UNKNOWN, ACCEPTED_AT))
                .hasStackTraceContaining("rollout.journal 0:3");
    }

    @Test
    void aDecisionOnOtherBytesAtThePlaceIsNotMeant() {
        PassedOver decision =
                new PassedOver(0, 1L, PassedOverEntries.digest(UNKNOWN), "the registry has no schema", Instant.EPOCH);
        LedgerDriver ledger =
                ledger(listener, knowing(PassedOverEntries.NONE.and(decision))).adopt(PROGRAMME, START);
        ledger.report(line(MILESTONE));
        ledger.pass(Duration.ofSeconds(1));

        assertThat(heard).isEmpty();
        assertThat(ledger.read(Topics.MILESTONES)).hasSize(1);
    }

    private static JournalKnowledge knowing(PassedOverEntries leftOut) {
        return JournalKnowledge.of(() -> leftOut, partition -> false);
    }
}
