package io.rollouthub.serde;

import static io.rollouthub.serde.Reports.LIVE;
import static io.rollouthub.serde.WriterSchemas.framed;
import static io.rollouthub.serde.WriterSchemas.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AvroReaderTest {
    private static final Schema GO_LIVE = GoLiveEvent.getClassSchema();
    private static final String SUBJECT = GO_LIVE.getFullName();

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroReader reader = new AvroReader(registry, List.of(MilestoneEvent.getClassSchema(), GO_LIVE));
    private final byte[] live;

    AvroReaderTest() {
        registry.register(SUBJECT, GO_LIVE.toString());
        live = new AvroWriter(registry).write(SUBJECT, LIVE);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertThat(reader.read(live)).isEqualTo(LIVE);
    }

    @Test
    void fieldsThatAnOlderWriterDidNotHaveAreNull() {
        GenericRecord old = Reports.liveIn(WriterSchemas.without(GO_LIVE, "siteName", "source", "replaces"));

        assertThat(reader.read(WriterSchemas.write(registry, old))).isEqualTo(LIVE);
    }

    @Test
    void aFieldOfANewerWriterIsPassedOver() {
        GenericRecord newer = Reports.liveIn(WriterSchemas.with(GO_LIVE, "beds", "\"int\""));
        newer.put("beds", 700);

        assertThat(reader.read(WriterSchemas.write(registry, newer))).isEqualTo(LIVE);
    }

    @Test
    void aWordOfANewerWriterReadsUnknown() {
        Schema newer = WriterSchemas.withSymbol(GO_LIVE, "status", "MOTHBALLED");
        GenericRecord report = Reports.liveIn(newer);
        byte[] known = WriterSchemas.write(registry, report);
        report.put("status", new GenericData.EnumSymbol(newer.getField("status").schema(), "MOTHBALLED"));

        assertThat(reader.read(known)).as("the old words keep their meaning").isEqualTo(LIVE);
        assertThat(reader.read(WriterSchemas.write(registry, report)))
                .isEqualTo(GoLiveEvent.newBuilder(LIVE)
                        .setStatus(GoLiveStatus.UNKNOWN)
                        .build());
    }

    @Test
    void aWriterWithoutAFieldThatMustBeThereIsNotUnderstood() {
        GenericRecord siteless = Reports.liveIn(WriterSchemas.without(GO_LIVE, "site"));

        assertThatThrownBy(() -> reader.read(WriterSchemas.write(registry, siteless)))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("site");
    }

    @Test
    void anIdThatTheRegistryLearnsLaterIsReadThen() {
        byte[] bytes = framed(2, new byte[] {2, 'p', 2, 'r'});
        AvroReader releases = new AvroReader(registry, List.of(ReleaseDelivered.getClassSchema()));
        assertThatThrownBy(() -> releases.read(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("the registry has no schema 2");

        registry.register("releases", ReleaseDelivered.getClassSchema().toString());

        assertThat(releases.read(bytes)).isEqualTo(new ReleaseDelivered("p", "r"));
    }

    @Test
    void aRegistryThatGivesNoAnswerSaysNothingAboutTheRecord() {
        try (SchemaRegistry unreachable = SchemaRegistry.at(Addresses.closed(), Map.of())) {
            AvroReader blind = new AvroReader(unreachable, List.of(GO_LIVE));

            assertThatThrownBy(() -> blind.read(live)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void noBeginningOfARecordIsARecord() {
        for (int length = 0; length < live.length; length++) {
            byte[] beginning = Arrays.copyOf(live, length);
            assertThatThrownBy(() -> reader.read(beginning))
                    .as("%s of %s bytes", length, live.length)
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignBytes")
    void foreignBytesAreNoRecord(String what, byte[] bytes, String complaint) {
        assertUndecodable(bytes, complaint);
    }

    static Stream<Arguments> foreignBytes() {
        return Stream.of(
                arguments("no bytes", new byte[0], "wire format"),
                arguments("half an id", new byte[] {0, 0, 0}, "wire format"),
                arguments("another magic byte", new byte[] {1, 0, 0, 0, 1}, "wire format"),
                arguments("JSON", "{\"eventId\": \"e-1\"}".getBytes(StandardCharsets.UTF_8), "wire format"),
                arguments("an id alone", framed(1), "end too early"),
                arguments("an id that is negative", framed(-1), "no schema -1"),
                arguments("a text of a tebibyte", framed(1, numbers(1L << 40)), "schema 1"),
                arguments("a text of nearly 2 GiB", framed(1, numbers(Integer.MAX_VALUE - 8)), "schema 1"),
                arguments("a text of negative length", framed(1, numbers(-1)), "schema 1"));
    }

    @Test
    void noValueIsNoRecord() {
        assertThatThrownBy(() -> reader.read(null))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("no value");
    }

    /** Fields that a hostile writer has more than we, and what it sends in them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFields")
    void aHostileWritersFieldIsNotSwallowed(String what, String type, byte[] value, String complaint) {
        int id = WriterSchemas.register(registry, WriterSchemas.with(GO_LIVE, "extra", type));

        assertUndecodable(framed(id, value, Arrays.copyOfRange(live, 5, live.length)), complaint);
    }

    static Stream<Arguments> hostileFields() {
        String chain = "{\"type\":\"record\",\"name\":\"Node\",\"fields\":"
                + "[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}";
        String endless = "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":\"Node\"}]}";
        String nothings = "{\"type\":\"array\",\"items\":\"null\"}";
        byte[] links = new byte[200_000];
        Arrays.fill(links, (byte) 2);
        return Stream.of(
                arguments("200,000 records in one another", chain, links, "schema 2"),
                arguments("a record that contains itself", endless, new byte[0], "nested too deeply"),
                arguments("a list of 2^62 nothings", nothings, numbers(1L << 62, 0), "schema 2"),
                arguments("a list of 2,000,000,000 nothings", nothings, numbers(2_000_000_000, 0), "schema 2"),
                arguments("a list of the least number", nothings, numbers(Long.MIN_VALUE, 0, 0), "schema 2"),
                arguments(
                        "a map of 2^62 nothings",
                        "{\"type\":\"map\",\"values\":\"null\"}",
                        numbers(1L << 62, 0),
                        "schema 2"),
                arguments("bytes of 2^40", "\"bytes\"", numbers(1L << 40), "schema 2"));
    }

    @Test
    void anotherRecordIsNamedForWhatItIs() {
        registry.register("releases", ReleaseDelivered.getClassSchema().toString());
        byte[] release = new AvroWriter(registry).write("releases", new ReleaseDelivered("p", "r"));

        assertThatThrownBy(() -> reader.read(release))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("ReleaseDelivered")
                .hasMessageContaining("GoLiveEvent")
                .hasMessageContaining("MilestoneEvent");
    }

    @Test
    void aSchemaThatIsNoRecordsIsNamedForWhatItIs() {
        int id = registry.register("texts", "\"string\"");

        assertUndecodable(framed(id, numbers(0)), "string");
    }

    @Test
    void bytesBehindTheRecordMakeItUndecodable() {
        assertUndecodable(Arrays.copyOf(live, live.length + 1), "left over");
    }

    @Test
    void aComplaintIsOneShortLineWhateverTheWriterNamesItsThings() {
        Schema huge = Schema.createRecord("N".repeat(100_000), null, "test", false, List.of());
        Schema within = WriterSchemas.with(WriterSchemas.without(GO_LIVE, "eventId"), "eventId", huge.toString());

        for (Schema writer : List.of(huge, within)) {
            byte[] bytes = framed(WriterSchemas.register(registry, writer), numbers(0));
            assertThatThrownBy(() -> reader.read(bytes))
                    .isInstanceOfSatisfying(
                            UndecodableException.class,
                            e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(1_000));
        }
    }

    /** Any change of any byte gives another record or none, and never another failure. */
    @Test
    void spoiltBytesAreARecordOrUndecodable() {
        long seed = seed();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] spoilt = live.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            try {
                reader.read(spoilt);
            } catch (UndecodableException e) {
                assertThat(e).as("-Drollout.seed=%s", seed).hasMessageNotContaining("null");
            } catch (RuntimeException e) {
                throw new AssertionError("-Drollout.seed=" + seed + ": " + Arrays.toString(spoilt), e);
            }
        }
        assertThat(reader.read(live)).isEqualTo(LIVE);
    }

    private static long seed() {
        String given = System.getProperty("rollout.seed", "");
        return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    }

    /** Refused with a complaint that says something, and the reader is none the worse for it. */
    private void assertUndecodable(byte[] bytes, String complaint) {
        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("null");
        assertThat(reader.read(live)).isEqualTo(LIVE);
    }
}
