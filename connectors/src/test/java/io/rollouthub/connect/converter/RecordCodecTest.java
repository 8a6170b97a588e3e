package io.rollouthub.connect.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
    private static final String ACME = SupplierTopics.in("acme");
    private static final int RECORDS = 200;

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final RecordCodec codec = new RecordCodec(registry, false);

    static Stream<Schema> ownSchemas() {
        return RecordCodec.OWN_SCHEMAS.values().stream()
                .filter(schema -> schema.getField("evidence") == null); // read flat, and written by nobody but the hub
    }

    @ParameterizedTest
    @MethodSource("ownSchemas")
    void everyRecordOfTheHubIsTheSameAfterwards(Schema schema, @Seed long seed) throws IOException {
        String topic = schema.getNamespace().endsWith("event") ? ACME : "rollout.some-topic";
        int id = registry.register(RecordCodec.subject(topic, schema.getFullName()), schema.toString());
        for (Object random : new RandomData(schema, RECORDS, seed)) {
            byte[] bytes = bytes(id, schema, valid((GenericRecord) random));

            Struct struct = (Struct) codec.read(topic, bytes).value();

            assertThat(struct.schema().name()).isEqualTo(schema.getFullName());
            assertThat(generic(schema, codec.write(topic, struct))).isEqualTo(generic(schema, bytes));
        }
    }

    @Test
    void datesTimesAndAmountsAreConnectsOwn() {
        ContractEvent event = ContractEvent.newBuilder()
                .setEventId("e1")
                .setReportedAt(Instant.parse("2026-01-05T09:00:00.123Z"))
                .setSupplier("acme")
                .setCluster("north")
                .setContract("k")
                .setBuyer("b")
                .setProvider("p")
                .setStage(ContractStage.SIGNED)
                .setDate(LocalDate.of(1969, 12, 31))
                .setValue(new BigDecimal("996000000.50"))
                .build();
        registerEvent(ContractEvent.getClassSchema());

        Struct struct = (Struct) codec.read(ACME, written(event)).value();

        assertThat(struct.get("reportedAt")).isEqualTo(Date.from(event.getReportedAt()));
        assertThat(struct.schema().field("reportedAt").schema().name()).isEqualTo(Timestamp.LOGICAL_NAME);
        assertThat(struct.get("date")).isEqualTo(new Date(-86_400_000));
        assertThat(struct.schema().field("date").schema().name())
                .isEqualTo(org.apache.kafka.connect.data.Date.LOGICAL_NAME);
        assertThat(struct.get("value")).isEqualTo(new BigDecimal("996000000.50"));
        assertThat(struct.schema().field("value").schema().name()).isEqualTo(Decimal.LOGICAL_NAME);
        assertThat(struct.get("stage")).isEqualTo("SIGNED");
        assertThat(struct.get("currency")).isNull();
        assertThat(struct.schema().field("currency").schema().isOptional()).isTrue();
        assertThat(struct.schema().field("buyer").schema().isOptional()).isFalse();
    }

    @Test
    void aSourcesRecordIsWhatTheGateReads() {
        MilestoneEvent event = MilestoneEvent.newBuilder()
                .setEventId("e1")
                .setReportedAt(Instant.parse("2026-01-05T09:00:00Z"))
                .setSupplier("acme")
                .setCluster("north")
                .setMilestone("m")
                .setTitle("Ten sites")
                .setStatus(MilestoneStatus.COMMITTED)
                .setDate(LocalDate.of(2026, 6, 30))
                .setTarget(GoLiveCount.newBuilder()
                        .setCount(10)
                        .setSince(LocalDate.of(2026, 1, 1))
                        .build())
                .build();
        registerEvent(MilestoneEvent.getClassSchema());

        SchemaAndValue connect = new ConnectData().of(event);
        byte[] bytes = codec.write(ACME, connect.value());

        assertThat(new AvroReader(registry, List.of(MilestoneEvent.getClassSchema())).read(bytes))
                .isEqualTo(event);
    }

    @Test
    void fieldsAreMatchedByNameInWhateverOrderAndOptionalOnesMayBeMissing() {
        registerEvent(GoLiveEvent.getClassSchema());
        Struct struct = goLive(false).put("status", "LIVE");

        assertThat(new AvroReader(registry, List.of(GoLiveEvent.getClassSchema())).read(codec.write(ACME, struct)))
                .isEqualTo(GoLiveEvent.newBuilder()
                        .setEventId("e1")
                        .setReportedAt(Instant.EPOCH)
                        .setSupplier("acme")
                        .setCluster("north")
                        .setSite("s")
                        .setProduct("p")
                        .setRelease("r")
                        .setStatus(GoLiveStatus.LIVE)
                        .build());
    }

    @Test
    void whatDoesNotFitIsToldWithItsField() {
        registerEvent(GoLiveEvent.getClassSchema());

        assertThatThrownBy(() -> codec.write(ACME, goLive(false).put("status", "ALIVE")))
                .isInstanceOf(DataException.class)
                .hasMessage("GoLiveEvent.status is 'ALIVE', expected one of"
                        + " [PLANNED, POSTPONED, LIVE, REVERTED, CANCELLED, UNKNOWN]");
        assertThatThrownBy(() -> codec.write(ACME, goLive(false)))
                .isInstanceOf(DataException.class)
                .hasMessage("GoLiveEvent.status is missing, and enum is required");
        assertThatThrownBy(() ->
                        codec.write(ACME, goLive(true).put("status", "LIVE").put("beds", 4)))
                .isInstanceOf(DataException.class)
                .hasMessage("GoLiveEvent.beds: io.rollouthub.event.GoLiveEvent has no such field");
        assertThatThrownBy(() -> codec.write(ACME, "text"))
                .isInstanceOf(DataException.class)
                .hasMessage("A value for rollout.in.acme is no struct with a name, expected a record such as"
                        + " io.rollouthub.event.GoLiveEvent.");
    }

    @Test
    void aSchemaThatIsNotRegisteredIsNeverRegisteredIfItIsTheHubs() {
        assertThatThrownBy(() -> new RecordCodec(registry, true)
                        .write(ACME, goLive(false).put("status", "LIVE")))
                .isInstanceOf(DataException.class)
                .hasMessage("The registry at memory has no such schema of io.rollouthub.event.GoLiveEvent under"
                        + " rollout.in.acme-io.rollouthub.event.GoLiveEvent. Register it with 'rollout admin apply', or set"
                        + " auto.register.schemas=true for records that are not the hub's.");
    }

    @Test
    void aRecordOfAnothersIsWrittenInASchemaMadeFromItsOwn() {
        org.apache.kafka.connect.data.Schema schema = SchemaBuilder.struct()
                .name("org.example.Bed")
                .field("ward", org.apache.kafka.connect.data.Schema.STRING_SCHEMA)
                .field("since", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("price", Decimal.builder(2).optional().build())
                .build();
        Struct struct = new Struct(schema)
                .put("ward", "w")
                .put("since", new Date(86_400_000))
                .put("price", new BigDecimal("1.25"));

        RecordCodec registering = new RecordCodec(registry, true);
        Struct read = (Struct)
                registering.read("beds", registering.write("beds", struct)).value();

        assertThat(read.schema().name()).isEqualTo("org.example.Bed");
        assertThat(read.get("ward")).isEqualTo("w");
        assertThat(read.get("since")).isEqualTo(new Date(86_400_000));
        assertThat(read.get("price")).isEqualTo(new BigDecimal("1.25"));
        assertThatThrownBy(() -> codec.write("other-beds", struct))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("under other-beds-value");
    }

    @Test
    void bytesThatAreNoRecordAreToldApart() {
        registerEvent(GoLiveEvent.getClassSchema());
        byte[] bytes = codec.write(ACME, goLive(false).put("status", "LIVE"));

        assertThatThrownBy(() -> codec.read(ACME, new byte[] {1, 2, 3}))
                .isInstanceOf(DataException.class)
                .hasMessage("A value on rollout.in.acme is not in Confluent's wire format"
                        + " (a zero byte, a schema id in four bytes, Avro).");
        assertThatThrownBy(() -> codec.read(ACME, new byte[] {0, 0, 0, 18, 103}))
                .isInstanceOf(DataException.class)
                .hasMessage("A value on rollout.in.acme has schema 4711, which the registry at memory does not know.");
        assertThatThrownBy(() -> codec.read(ACME, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("A value on rollout.in.acme ends within its record of schema ");
        assertThatThrownBy(() -> codec.read(ACME, Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("A value on rollout.in.acme goes on behind its record of schema ");
    }

    @Test
    void subjectsAreThoseOfTheHub() {
        assertThat(RecordCodec.subject(ACME, "io.rollouthub.event.GoLiveEvent"))
                .isEqualTo("rollout.in.acme-io.rollouthub.event.GoLiveEvent");
        assertThat(RecordCodec.subject(Topics.ALERTS.name(), "io.rollouthub.output.Alert"))
                .isEqualTo(Topics.ALERTS.subject());
    }

    private void registerEvent(Schema schema) {
        registry.register(SupplierTopics.subject(ACME, schema.getFullName()), schema.toString());
    }

    private byte[] written(org.apache.avro.specific.SpecificRecord event) {
        return new AvroWriter(registry)
                .write(SupplierTopics.subject(ACME, event.getSchema().getFullName()), event);
    }

    private static Struct goLive(boolean withBeds) {
        SchemaBuilder schema = SchemaBuilder.struct().name("io.rollouthub.event.GoLiveEvent");
        schema.field("status", org.apache.kafka.connect.data.Schema.OPTIONAL_STRING_SCHEMA);
        for (String field : List.of("release", "product", "site", "cluster", "supplier", "eventId")) {
            schema.field(field, org.apache.kafka.connect.data.Schema.STRING_SCHEMA);
        }
        schema.field("reportedAt", Timestamp.SCHEMA);
        if (withBeds) {
            schema.field("beds", org.apache.kafka.connect.data.Schema.OPTIONAL_INT32_SCHEMA);
        }
        return new Struct(schema.build())
                .put("eventId", "e1")
                .put("reportedAt", new Date(0))
                .put("supplier", "acme")
                .put("cluster", "north")
                .put("site", "s")
                .put("product", "p")
                .put("release", "r");
    }

    /** Random bytes are no decimal of the schema's precision, random longs no instants that a Date holds. */
    private static GenericRecord valid(GenericRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value instanceof GenericRecord inside) {
                valid(inside);
            } else if (value instanceof ByteBuffer) {
                record.put(
                        field.pos(),
                        ByteBuffer.wrap(
                                new BigDecimal("12345.67").unscaledValue().toByteArray()));
            }
        }
        return record;
    }

    private static byte[] bytes(int id, Schema schema, GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        return out.toByteArray();
    }

    private static Object generic(Schema schema, byte[] bytes) throws IOException {
        return new GenericDatumReader<>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    }
}
