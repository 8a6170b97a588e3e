package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.text.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;
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

    private final KnownSchemas schemas;
    private @Nullable BinaryDecoder decoder;

    /** Expects records of these schemas. */
    public AvroReader(SchemaRegistry registry, List<Schema> expected) {
        this(registry, expected, () -> {});
    }

    /** @param untold runs when the registry does not tell under which subjects schemas stand, so that nothing is asked of that */
    public AvroReader(SchemaRegistry registry, List<Schema> expected, Runnable untold) {
        this(registry, expected, untold, System::nanoTime);
    }

    /** @param nanos a clock as {@link System#nanoTime} */
    AvroReader(SchemaRegistry registry, List<Schema> expected, Runnable untold, LongSupplier nanos) {
        schemas = new KnownSchemas(
                new WantedSchemas(registry, expected), new SubjectsTold(registry::subjectsOf, untold, nanos), nanos);
    }

    /**
     * The record in these bytes.
     *
     * @throws UndecodableException if they are no such record; trying again won't help
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer; trying again may help
     */
    public SpecificRecord read(byte @Nullable [] bytes) {
        return read(bytes, null);
    }

    /**
     * The same of a record that anybody may have written: its schema has to stand under a subject of the topic, and the registry
     * is asked for what one topic brings no more often than a topic may ask, whatever ids its records name.
     *
     * @param topic null: any schema that is expected is good, and one that was not there is asked for each time
     */
    public SpecificRecord read(byte @Nullable [] bytes, @Nullable String topic) {
        if (bytes == null) {
            throw new UndecodableException("no value", null);
        }
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UndecodableException(
                    "not in Confluent's wire format (a zero byte, a schema id in four bytes, Avro)", null);
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        return decode(schemas.of(id, topic), bytes, id);
    }

    private SpecificRecord decode(WantedSchemas.Reading reading, byte[] bytes, int id) {
        String kind = reading.newer() == null ? null : reading.newer().in(bytes, HEADER);
        if (kind != null) {
            throw new NewerKindException(
                    "it holds a " + Quoted.of(kind) + " (schema " + id + "), which this program does not know");
        }
        SpecificDatumReader<SpecificRecord> reader = reading.reader();
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            SpecificRecord read = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return read;
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Foreign bytes make Avro fail in many ways, cast errors and endless nesting among them: all mean the same.
            throw new UndecodableException("no record of schema " + id + ": " + UndecodableException.problem(e), e);
        }
        throw new UndecodableException("bytes left over behind the record of schema " + id, null);
    }
}
