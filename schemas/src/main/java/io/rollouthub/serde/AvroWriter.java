package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records under schemas that are registered already, and never registers one itself. For one thread. */
public final class AvroWriter {
    private final SchemaRegistry registry;
    private final Map<String, byte[]> headers = new HashMap<>();
    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;

    public AvroWriter(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * The record's bytes.
     *
     * @param subject under which its schema is registered
     * @throws io.rollouthub.registry.UnknownSchemaException if it isn't
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer
     * @throws org.apache.avro.AvroRuntimeException if a field's value does not fit its schema
     */
    public byte[] write(String subject, SpecificRecord record) {
        byte[] header = headers.computeIfAbsent(subject, missing -> headerOf(missing, record.getSchema()));
        try {
            out.reset();
            out.write(header);
            encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
            writers.computeIfAbsent(record.getSchema(), schema -> new SpecificDatumWriter<>(schema, OwnRecords.MODEL))
                    .write(record, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] headerOf(String subject, Schema schema) {
        return ByteBuffer.allocate(AvroReader.HEADER)
                .put(AvroReader.MAGIC)
                .putInt(registry.idOf(subject, schema.toString()))
                .array();
    }
}
