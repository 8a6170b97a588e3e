package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.text.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of a few known types, written with whatever version of their schemas. For one thread. */
public final class AvroReader {
    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private static final int LONGEST_PROBLEM = 300;

    private final SchemaRegistry registry;
    private final Map<String, Schema> expected;
    private final Map<Integer, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
    private @Nullable BinaryDecoder decoder;

    /** Expects records of these schemas. */
    public AvroReader(SchemaRegistry registry, List<Schema> expected) {
        this.registry = registry;
        this.expected = expected.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    }

    /**
     * The record in these bytes.
     *
     * @throws UndecodableException if they are no such record; trying again won't help
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer; trying again may help
     */
    public SpecificRecord read(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UndecodableException("no value", null);
        }
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UndecodableException(
                    "not in Confluent's wire format (a zero byte, a schema id in four bytes, Avro)", null);
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        return decode(readers.computeIfAbsent(id, this::readerOf), bytes, id);
    }

    private SpecificRecord decode(SpecificDatumReader<SpecificRecord> reader, byte[] bytes, int id) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            SpecificRecord read = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return read;
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Foreign bytes make Avro fail in many ways, cast errors and endless nesting among them: all mean the same.
            throw new UndecodableException("no record of schema " + id + ": " + problem(e), e);
        }
        throw new UndecodableException("bytes left over behind the record of schema " + id, null);
    }

    private SpecificDatumReader<SpecificRecord> readerOf(int id) {
        Schema writer;
        try {
            writer = new Schema.Parser().parse(registry.schemaOf(id));
        } catch (UnknownSchemaException e) {
            throw new UndecodableException("the registry has no schema " + id, e);
        } catch (AvroRuntimeException e) {
            throw new UndecodableException("schema " + id + " is no Avro schema: " + problem(e), e);
        }
        Schema reader = expected.get(writer.getFullName());
        if (reader == null) {
            throw new UndecodableException(
                    "a " + Quoted.of(writer.getFullName()) + " (schema " + id + "), expected one of "
                            + expected.keySet(),
                    null);
        }
        return new SpecificDatumReader<>(writer, reader, OwnRecords.MODEL);
    }

    /** What Avro complains of, on one line that a header can bear: names in it may be a stranger's. */
    private static String problem(Throwable e) {
        if (e instanceof EOFException) {
            return "the bytes end too early";
        }
        if (e instanceof StackOverflowError) {
            return "nested too deeply";
        }
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        String line = message.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "…";
    }
}
