package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.CONTRACT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.MILESTONE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rollouthub.check.Reason;
import io.rollouthub.check.RecordSize;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gate does not let pass lies on the supplier's rejected topic: once, as it came, and with the reason. */
class GateRefusalsTest extends TopologyFixture {
    private static final String SUBJECT = subjectOf(GoLiveEvent.getClassSchema());
    private static final List<Header> THEIRS = List.of(
            header("trace", "1"),
            header("rollout-reason", "a supplier's word"),
            header("trace", "2"),
            header("rollout-rejected-topic", "theirs"),
            new RecordHeader("nothing", (byte[]) null),
            header("rollout-replay-accepted-at", "no instant"));

    private final GateDriver gate = gate(Arrival.BROKER_TIME).publish(PROGRAMME);

    /** A report with one mistake for each reason, on the topic of a supplier. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Reason.UNKNOWN_SUPPLIER, "accenture", with(GO_LIVE, "supplier", "\"accenture\"")),
                arguments(Reason.BLANK_FIELD, "fujitsu", with(GO_LIVE, "site", "\"\u2003\"")),
                arguments(Reason.BAD_IDENTIFIER, "fujitsu", with(GO_LIVE, "site", "\"weston/mare\"")),
                arguments(Reason.FIELD_TOO_LONG, "fujitsu", with(GO_LIVE, "siteName", '"' + "x".repeat(201) + '"')),
                arguments(Reason.UNKNOWN_STATUS, "fujitsu", with(GO_LIVE, "status", "\"MOTHBALLED\"")),
                arguments(Reason.SUPPLIER_MISMATCH, "bt", GO_LIVE),
                arguments(Reason.UNKNOWN_CLUSTER, "fujitsu", with(GO_LIVE, "cluster", "\"north\"")),
                arguments(Reason.CLUSTER_NOT_ALLOWED, "fujitsu", with(GO_LIVE, "cluster", "\"london\"")),
                arguments(Reason.MISSING_DATE, "fujitsu", with(GO_LIVE, "date", "null")),
                arguments(Reason.UNEXPECTED_DATE, "fujitsu", with(GO_LIVE, "status", "\"POSTPONED\"")),
                arguments(Reason.DATE_OUT_OF_RANGE, "fujitsu", with(GO_LIVE, "date", "\"1989-12-31\"")),
                arguments(
                        Reason.REPORTED_IN_FUTURE,
                        "fujitsu",
                        with(GO_LIVE, "reportedAt", "\"2006-07-31T10:05:00.001Z\"")),
                arguments(Reason.HAPPENED_IN_FUTURE, "fujitsu", with(GO_LIVE, "date", "\"2006-08-01\"")),
                arguments(Reason.BAD_VALUE, "fujitsu", with(CONTRACT, "value", "\"-0.01\"")),
                arguments(Reason.BAD_TARGET, "fujitsu", with(MILESTONE, "count", "0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithItsReason(Reason reason, String supplier, String json) {
        assertRefused(reason, supplier, bytes(json));
    }

    @Test
    void everyReasonOfTheGateHasItsMistakeHere() {
        Set<Reason> ofTheLedger = EnumSet.copyOf(
                Stream.of(Reason.values()).filter(Reason::isByLedger).toList());
        Set<Reason> tried = EnumSet.of(Reason.UNDECODABLE, Reason.TOO_LARGE, Reason.UNPROCESSABLE);
        mistakes().forEach(mistake -> tried.add((Reason) mistake.get()[0]));

        assertThat(tried).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(ofTheLedger)));
    }

    @Test
    void noValueIsUndecodable() {
        assertRefused(Reason.UNDECODABLE, "fujitsu", null);
    }

    @Test
    void bytesThatAreNotInTheWireFormatAreUndecodable() {
        assertRefused(Reason.UNDECODABLE, "fujitsu", new byte[0]);
        assertRefused(Reason.UNDECODABLE, "fujitsu", new byte[] {0, 0, 0, 0});
        assertRefused(Reason.UNDECODABLE, "fujitsu", GO_LIVE.getBytes(StandardCharsets.UTF_8));
        byte[] otherMagic = bytes(GO_LIVE);
        otherMagic[0] = 1;
        assertRefused(Reason.UNDECODABLE, "fujitsu", otherMagic);
    }

    @Test
    void aSchemaIdThatTheRegistryDoesNotKnowIsUndecodable() {
        byte[] bytes = bytes(GO_LIVE);
        ByteBuffer.wrap(bytes).putInt(1, 4711);

        assertThat(assertRefused(Reason.UNDECODABLE, "fujitsu", bytes)).contains("4711");
    }

    @Test
    void tooFewAndTooManyBytesAreUndecodable() {
        byte[] bytes = bytes(GO_LIVE);

        assertRefused(Reason.UNDECODABLE, "fujitsu", Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(Reason.UNDECODABLE, "fujitsu", Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void recordsThatAreNoneOfTheFourAreUndecodable() {
        JournalEntry tick = new JournalEntry(ACCEPTED_AT, null, new Tick());

        assertThat(assertRefused(Reason.UNDECODABLE, "fujitsu", avro.write(Topics.PROGRAMME.subject(), PROGRAMME)))
                .contains("Programme");
        assertThat(assertRefused(Reason.UNDECODABLE, "fujitsu", avro.write(Topics.JOURNAL.subject(), tick)))
                .contains("JournalEntry");
    }

    @Test
    void hostileBytesAreUndecodableAndTheGateGoesOn() {
        String chain = "{\"type\":\"record\",\"name\":\"Link\",\"fields\":"
                + "[{\"name\":\"next\",\"type\":[\"null\",\"Link\"]}]}";
        byte[] links = new byte[200_000];
        Arrays.fill(links, (byte) 2);
        byte[] endless = {-2, -1, -1, -1, -1, -1, -1, -1, 127}; // about 2^62
        byte[] twoGiB = {-2, -1, -1, -1, 15};
        int ours = registry.register(SUBJECT, GoLiveEvent.getClassSchema().toString());

        assertRefused(Reason.UNDECODABLE, "fujitsu", framed(withField(chain), links));
        assertRefused(
                Reason.UNDECODABLE, "fujitsu", framed(withField("{\"type\":\"array\",\"items\":\"null\"}"), endless));
        assertRefused(Reason.UNDECODABLE, "fujitsu", framed(ours, endless));
        assertRefused(Reason.UNDECODABLE, "fujitsu", framed(ours, twoGiB));
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        assertThat(gate.journal()).hasSize(1);
    }

    @Test
    void aWordOfANewerWriterIsAnUnknownStatus() {
        String newer = GoLiveEvent.getClassSchema().toString().replace("\"PLANNED\",", "\"MOTHBALLED\",\"PLANNED\",");
        int id = registry.register(SUBJECT, newer);
        byte[] bytes = bytes(with(GO_LIVE, "status", "\"PLANNED\"")); // the first word: index 0
        ByteBuffer.wrap(bytes).putInt(1, id);

        assertThat(assertRefused(Reason.UNKNOWN_STATUS, "fujitsu", bytes)).contains("LIVE", "CANCELLED");
    }

    @Test
    void aSchemaThatIsRegisteredForAnotherSuppliersTopicIsRefusedUntilItIsRegisteredForThisOne() {
        String newer = GoLiveEvent.getClassSchema().toString().replace("\"PLANNED\",", "\"PLANNED\",\"MOTHBALLED\",");
        int id = registry.register(SupplierTopics.in("bt") + "-" + SUBJECT, newer);
        byte[] bytes = bytes(with(GO_LIVE, "status", "\"PLANNED\""));
        ByteBuffer.wrap(bytes).putInt(1, id);

        assertThat(assertRefused(Reason.UNDECODABLE, "fujitsu", bytes))
                .contains("schema " + id + " under no subject of this topic", "rollout.in.fujitsu-" + SUBJECT);

        registry.register(SupplierTopics.in("fujitsu") + "-" + SUBJECT, newer);
        gate.report("fujitsu", bytes, ACCEPTED_AT);
        assertThat(gate.journal()).hasSize(1);
    }

    @Test
    void aTopicOfNoSupplierIsNotEvenRead() {
        assertRefused(Reason.UNKNOWN_SUPPLIER, "accenture", null);
        assertRefused(Reason.UNKNOWN_SUPPLIER, "", bytes(GO_LIVE));
        assertThat(gate.written()).containsExactly(SupplierTopics.REJECTED_UNKNOWN);
    }

    @Test
    void aRecordAtEachLimitIsLookedAt() {
        assertRefused(Reason.UNDECODABLE, "fujitsu", new byte[RecordSize.MOST_VALUE]);
        assertThat(refusalOf(largest(RecordSize.MOST_KEY, 0, 64, 16 * 1024))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void ofARecordOverALimitTheBeginningIsKeptAndHowLargeItWas() {
        assertTooLarge("the value takes 262145 bytes", largest(10, RecordSize.MOST_VALUE + 1, 0, 0));
        assertTooLarge("the key takes 1025 bytes", largest(RecordSize.MOST_KEY + 1, 2_000, 0, 0));
        assertTooLarge("there are 65 headers", largest(10, 10, 65, 65 * 2));
        assertTooLarge("its headers take 16385 bytes", largest(10, 10, 1, 16 * 1024 + 1));
    }

    @Test
    void whatIsTooLargeOnTheTopicOfNoSupplierGoesWhereSuchGo() {
        gate.report("accenture", largest(10, RecordSize.MOST_VALUE + 1, 0, 0));

        assertThat(gate.written()).containsExactly(SupplierTopics.REJECTED_UNKNOWN);
        assertThat(reasonOf(gate.rejected(SupplierTopics.REJECTED_UNKNOWN).get(0)))
                .isEqualTo(Reason.TOO_LARGE);
    }

    /** A record of these sizes, in bytes; its headers have names of one byte. */
    private static TestRecord<byte[], byte[]> largest(int key, int value, int headers, int headerBytes) {
        RecordHeaders all = new RecordHeaders();
        for (int i = 0; i < headers; i++) {
            int last = i == headers - 1 ? headerBytes % headers : 0;
            all.add("h", new byte[headerBytes / headers - 1 + last]);
        }
        return new TestRecord<>(new byte[key], new byte[value], all, ACCEPTED_AT);
    }

    private RejectionHeaders refusalOf(TestRecord<byte[], byte[]> record) {
        gate.report("fujitsu", record);
        List<TestRecord<byte[], byte[]>> refused = gate.rejected(SupplierTopics.rejected("fujitsu"));
        return RejectionHeaders.of(refused.get(refused.size() - 1).headers());
    }

    private static Reason reasonOf(TestRecord<byte[], byte[]> refused) {
        return RejectionHeaders.of(refused.headers()).refusal().reason();
    }

    private void assertTooLarge(String detail, TestRecord<byte[], byte[]> record) {
        RecordSize size = RecordSize.of(record.key(), record.value(), record.headers());
        gate.report("fujitsu", record);

        List<TestRecord<byte[], byte[]>> all = gate.rejected(SupplierTopics.rejected("fujitsu"));
        assertThat(all).hasSize(1);
        TestRecord<byte[], byte[]> refused = all.get(0);
        RejectionHeaders why = RejectionHeaders.of(refused.headers());
        assertThat(why.refusal().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(why.refusal().detail()).contains(detail);
        assertThat(why.origin().getTopic()).isEqualTo(SupplierTopics.in("fujitsu"));
        assertThat(refused.key()).isEqualTo(Arrays.copyOf(record.key(), Math.min(1024, size.key())));
        assertThat(refused.value()).isEqualTo(Arrays.copyOf(record.value(), Math.min(1024, size.value())));
        RecordHeaders expected = new RecordHeaders();
        size.addTo(expected);
        why.addTo(expected);
        assertThat(refused.headers()).isEqualTo(expected);
    }

    @Test
    void aRecordWithoutKeyAndHeadersIsRefusedAsWell() {
        gate.report("fujitsu", new TestRecord<>(null, null, ACCEPTED_AT));

        TestRecord<byte[], byte[]> refused =
                gate.rejected(SupplierTopics.rejected("fujitsu")).get(0);
        assertThat(refused.key()).isNull();
        assertThat(refused.value()).isNull();
        assertThat(RejectionHeaders.of(refused.headers()).refusal().reason()).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void theOriginIsTheRecordsOwnPlace() {
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("fujitsu", bytes(with(GO_LIVE, "date", "null")), ACCEPTED_AT.plusMillis(1));

        TestRecord<byte[], byte[]> refused =
                gate.rejected(SupplierTopics.rejected("fujitsu")).get(0);
        RejectionHeaders why = RejectionHeaders.of(refused.headers());
        assertThat(why.origin()).isEqualTo(new Origin(SupplierTopics.in("fujitsu"), 0, 1L));
        assertThat(why.acceptedAt()).isEqualTo(ACCEPTED_AT.plusMillis(1));
        assertThat(refused.getRecordTime()).isEqualTo(ACCEPTED_AT.plusMillis(1));
    }

    /** Sends a record with a key and headers of all kinds; returns the refusal's detail. */
    private String assertRefused(Reason reason, String supplier, byte @Nullable [] value) {
        byte[] key = {0, -1, 'k'};
        gate.report(supplier, new TestRecord<>(key, value, new RecordHeaders(THEIRS), ACCEPTED_AT));

        String topic =
                reason == Reason.UNKNOWN_SUPPLIER ? SupplierTopics.REJECTED_UNKNOWN : SupplierTopics.rejected(supplier);
        List<TestRecord<byte[], byte[]>> refused = gate.rejected(topic);
        assertThat(refused).hasSize(1);
        assertThat(gate.journal()).isEmpty();
        assertThat(refused.get(0).key()).isEqualTo(key);
        assertThat(refused.get(0).value()).isEqualTo(value);
        RejectionHeaders why = RejectionHeaders.of(refused.get(0).headers());
        assertThat(why.refusal().reason()).isEqualTo(reason);
        assertThat(why.refusal().detail())
                .isNotBlank()
                .hasLineCount(1)
                .hasSizeLessThan(1_000)
                .doesNotContain("null");
        assertThat(why.origin().getTopic()).isEqualTo(SupplierTopics.in(supplier));
        assertThat(why.acceptedAt()).isEqualTo(ACCEPTED_AT);
        assertThat(refused.get(0).headers()).containsExactlyElementsOf(theirsAnd(why));
        return why.refusal().detail();
    }

    private static Headers theirsAnd(RejectionHeaders ours) {
        Headers headers = new RecordHeaders(THEIRS);
        ours.addTo(headers);
        return headers;
    }

    /** The id of a schema of ours with a foreign field in front of all others. */
    private int withField(String type) {
        Schema ours = GoLiveEvent.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("extra", new Schema.Parser().parse(type)));
        ours.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return registry.register(
                SUBJECT,
                Schema.createRecord(ours.getName(), null, ours.getNamespace(), false, fields)
                        .toString());
    }

    private static byte[] framed(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
