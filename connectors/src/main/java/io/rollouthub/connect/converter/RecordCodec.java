package io.rollouthub.connect.converter;

import io.rollouthub.registry.IncompatibleSchemaException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.report.EventKind;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;

/** Connect's records to and from bytes: a zero byte, the schema's id in four bytes, Avro. Safe for several threads. */
final class RecordCodec {
    /** The setting that lets schemas of records be registered that are not the hub's. */
    static final String AUTO_REGISTER = "auto.register.schemas";

    /** The schemas of the hub's own records by their full names. */
    static final Map<String, Schema> OWN_SCHEMAS = Stream.concat(
                    EventKind.schemas().stream(),
                    Stream.of(Topics.OUTPUTS, List.of(Topics.JOURNAL, Topics.PROGRAMME))
                            .flatMap(List::stream)
                            .map(Topic::schema))
            .collect(Collectors.toUnmodifiableMap(Schema::getFullName, Function.identity()));

    private static final byte MAGIC = 0;
    private static final int HEADER = 5;

    private final SchemaRegistry registry;
    private final boolean register;
    private final ConnectData data = new ConnectData();
    private final FlatRecords flat = new FlatRecords();
    private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<org.apache.kafka.connect.data.Schema, Schema> derived = new ConcurrentHashMap<>();

    /**
     * @param register whether a schema that the registry lacks is registered; the hub's own never are
     */
    RecordCodec(SchemaRegistry registry, boolean register) {
        this.registry = registry;
        this.register = register;
    }

    /**
     * The record in these bytes, as its writer meant it.
     *
     * @throws DataException if they are no such record; trying again won't help
     * @throws RetriableException if the registry gave no answer
     */
    SchemaAndValue read(String topic, byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new DataException("A value on " + topic
                    + " is not in Confluent's wire format (a zero byte, a schema id in four bytes, Avro).");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        Schema schema = writers.computeIfAbsent(id, unknown -> writer(topic, id));
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            Object value = new GenericDatumReader<>(schema).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new DataException("A value on " + topic + " goes on behind its record of schema " + id + ".");
            }
            return flat.of(data.of(schema, value));
        } catch (DataException e) {
            throw e;
        } catch (EOFException e) {
            throw new DataException("A value on " + topic + " ends within its record of schema " + id + ".", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Foreign bytes make Avro fail in many ways: all mean the same.
            throw new DataException(
                    "A value on " + topic + " is no record of schema " + id + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * The bytes of a record, in the hub's own schema if it is one of its records by name.
     *
     * @throws DataException if it does not fit that schema, or its schema is not registered
     * @throws RetriableException if the registry gave no answer
     */
    byte[] write(String topic, Object value) {
        if (!(value instanceof Struct struct) || struct.schema().name() == null) {
            throw new DataException("A value for " + topic + " is no struct with a name, expected a record such as "
                    + "io.rollouthub.event.GoLiveEvent.");
        }
        String name = struct.schema().name();
        Schema own = OWN_SCHEMAS.get(name);
        Schema schema = own != null ? own : derived.computeIfAbsent(struct.schema(), data::derived);
        Object record = Objects.requireNonNull(AvroByName.of(schema, struct, schema.getName()));
        String subject = subject(topic, name);
        int id = ids.computeIfAbsent(
                subject + " " + name + " " + schema.hashCode(),
                unknown -> id(subject, schema, own == null && register));
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(record, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By topic and record name where a topic holds several record types, as the suppliers' do; else by topic. */
    static String subject(String topic, String recordName) {
        return SupplierTopics.isIn(topic) ? SupplierTopics.subject(topic, recordName) : topic + "-value";
    }

    private Schema writer(String topic, int id) {
        try {
            return new Schema.Parser().parse(registry.schemaOf(id));
        } catch (UnknownSchemaException e) {
            throw new DataException(
                    "A value on " + topic + " has schema " + id + ", which the registry at " + registry.address()
                            + " does not know.",
                    e);
        } catch (AvroRuntimeException e) {
            throw new DataException(
                    "Schema " + id + " of a value on " + topic + " is no Avro schema: " + e.getMessage(), e);
        } catch (RegistryUnavailableException e) {
            throw new RetriableException("The " + e.getMessage(), e);
        }
    }

    private int id(String subject, Schema schema, boolean mayRegister) {
        try {
            String text = schema.toString();
            return mayRegister ? registry.register(subject, text) : registry.idOf(subject, text);
        } catch (UnknownSchemaException e) {
            throw new DataException(
                    "The registry at " + registry.address() + " has no such schema of " + schema.getFullName()
                            + " under "
                            + subject + ". Register it with 'rollout admin apply', or set "
                            + AUTO_REGISTER + "=true for records that are not the hub's.",
                    e);
        } catch (IncompatibleSchemaException e) {
            throw new DataException("The " + e.getMessage(), e);
        } catch (RegistryUnavailableException e) {
            throw new RetriableException("The " + e.getMessage(), e);
        }
    }
}
